import type { Reference } from "../core/facts/reference.ts";
import { parseBody } from "../core/markdown/parse-body.ts";
import {
  type Hypothesis,
  type Reading,
  type ReadingOfProblem,
  untold,
  type Window,
} from "../core/statements/statements.ts";
import { findReferences } from "../sources/links/find-references.ts";
import { phraseReader } from "../sources/links/keyword-phrases.ts";
import type { LinkSettings } from "../sources/links/link-settings.ts";
import { readTexts, type Texts, type TextSettings } from "../sources/read-texts.ts";
import { configuredTrackers } from "../sources/trackers/configured-trackers.ts";
import { findExternalLinks } from "../sources/trackers/find-external-links.ts";
import type { TrackerSettings } from "../sources/trackers/tracker-settings.ts";
import type { Entry } from "./entry.ts";

export interface ReadSettings extends TextSettings {
  readonly links: LinkSettings;
  readonly trackers: readonly TrackerSettings[];
}

/** What was read of one text; every key is always there. */
export interface Answer {
  readonly links: readonly AnsweredLink[];
  readonly external: readonly { readonly kind: string; readonly key: string }[];
  readonly problem: GradedProblem;
  readonly evidence: Graded;
  readonly effect: Graded;
  readonly hypothesis: Graded & { readonly parts: Omit<Hypothesis, "claim"> };
  readonly metric: Graded;
  readonly window: Graded & { readonly days: number | null; readonly text: string | null };
}

/** A reference that a reader sees, whether it counts as a link or not. Each is told once. */
export interface AnsweredLink {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
  readonly closing: boolean;
}

/** A trouble of the project's own work counts as none of its users: it is absent, and quoted nevertheless. */
export interface GradedProblem {
  readonly grade: Exclude<ReadingOfProblem["grade"], "internal">;
  readonly quote: string | null;
  readonly scope?: "internal";
}

export interface Graded {
  readonly grade: Reading["grade"];
  /** The words that were taken; null where nothing stands. */
  readonly quote: string | null;
}

/** Repositories whose templates are kept parsed: lines of one repository often follow each other. */
const keptTemplates = 20;

/** Reads texts as the app does for a check, without asking GitHub anything. */
export function entryReader(settings: ReadSettings, webUrl: string): (entry: Entry) => Answer {
  const textsOf = remember((templates: readonly string[]) => readTexts(templates, settings));
  const external = {
    trackers: configuredTrackers(settings.trackers),
    readPhrase: phraseReader(settings.links.keywords),
  };
  return (entry) => {
    const { owner, repo } = entry;
    const body = parseBody(entry.body ?? null);
    const { keywords } = settings.links;
    const references = findReferences(body, { repository: { owner, name: repo }, webUrl, keywords });
    const read = textsOf(entry.templates ?? []).read({ kind: entry.kind, title: entry.title ?? "", body });
    return {
      links: onceEach(references),
      external: findExternalLinks({ title: entry.title ?? "", body }, external).map(({ tracker, key }) => ({
        kind: tracker,
        key,
      })),
      problem: gradedProblem(read.problem),
      evidence: graded(read.evidence),
      effect: graded(read.effect),
      hypothesis: { ...graded(read.hypothesis), parts: partsOf(read.hypothesis) },
      metric: graded(read.metric),
      window: windowOf(read.window),
    };
  };
}

function graded(reading: Reading<unknown>): Graded {
  return { grade: reading.grade, quote: reading.grade === "absent" ? null : reading.quote };
}

function gradedProblem(reading: ReadingOfProblem): GradedProblem {
  if (reading.grade === "internal") return { grade: "absent", quote: reading.quote, scope: "internal" };
  return { grade: reading.grade, quote: reading.grade === "absent" ? null : reading.quote };
}

function partsOf(reading: Reading<Hypothesis>): Answer["hypothesis"]["parts"] {
  if (reading.grade !== "stated") return untold;
  const { claim: _claim, ...parts } = reading.value;
  return parts;
}

function windowOf(reading: Reading<Window>): Answer["window"] {
  const { days, text } = reading.grade === "stated" ? reading.value : { days: null, text: null };
  return { ...graded(reading), days, text };
}

function onceEach(
  found: readonly { readonly reference: Reference; readonly closing: boolean }[],
): readonly AnsweredLink[] {
  const links = new Map<string, AnsweredLink>();
  for (const { reference, closing } of found) {
    const { owner, name, number } = reference;
    const key = `${owner}/${name}#${number}`.toLowerCase();
    const known = links.get(key);
    links.set(key, { owner, repo: name, number, closing: closing || known?.closing === true });
  }
  return [...links.values()];
}

function remember(make: (templates: readonly string[]) => Texts): (templates: readonly string[]) => Texts {
  const kept = new Map<string, Texts>();
  return (templates) => {
    const key = JSON.stringify(templates);
    const texts = kept.get(key) ?? make(templates);
    kept.set(key, texts);
    const oldest = kept.keys().next();
    if (kept.size > keptTemplates && oldest.done !== true) kept.delete(oldest.value);
    return texts;
  };
}
