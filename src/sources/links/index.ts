import type { FoundLink } from "../../core/facts/link.ts";
import type { Reference } from "../../core/facts/reference.ts";
import type { Said } from "../../core/facts/said.ts";
import type { Body } from "../../core/markdown/parse-body.ts";
import { readReferences } from "./find-references.ts";
import { command } from "./command.ts";
import { development } from "./development.ts";
import { headings } from "./headings.ts";
import { keywords } from "./keywords.ts";
import type { LinkSource } from "./link-source.ts";
import { linkHeadings, type LinkSettings } from "./link-settings.ts";
import type { ReferenceContext } from "./scan-references.ts";

/** Every way to link, strongest first. */
export const linkSources = [command, development, keywords, headings] as const satisfies readonly LinkSource[];

/** A text of 64 KiB holds thousands of references; nobody means more than these as links, of each source. */
const mostLinks = 100;

export interface FindLinksContext extends ReferenceContext {
  readonly settings: LinkSettings;
  readonly said: Said;
}

/** The links that people said and a body's author wrote: source by source, strongest first, each reference once a source. */
export function findLinks(body: Body, context: FindLinksContext): readonly FoundLink[] {
  const { settings, said, ...where } = context;
  const references = readReferences(body, { ...where, keywords: settings.keywords });
  const asked = linkHeadings(settings);
  return linkSources.flatMap(({ find }) =>
    onceEach(find({ body, references, headings: asked, said })).slice(0, mostLinks),
  );
}

/** The first place that names each reference; a closing one is worth more than others. */
function onceEach(links: readonly FoundLink[]): readonly FoundLink[] {
  const kept = new Map<string, FoundLink>();
  for (const link of links) {
    const key = keyOf(link.reference);
    const known = kept.get(key);
    if (known === undefined || (closes(link) && !closes(known))) kept.set(key, link);
  }
  return [...kept.values()];
}

function closes({ origin }: FoundLink): boolean {
  return origin.kind === "keyword" && origin.closing;
}

function keyOf({ owner, name, number }: Reference): string {
  return `${owner}/${name}#${number}`.toLowerCase();
}
