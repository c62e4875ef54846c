import type { Said } from "../../../src/core/facts/said.ts";
import { nothingSaid } from "../../../src/core/facts/said.ts";
import { parseBody } from "../../../src/core/markdown/parse-body.ts";
import { readReferences } from "../../../src/sources/links/find-references.ts";
import { linkHeadings } from "../../../src/sources/links/link-settings.ts";
import { linkSettingsSchema } from "../../../src/sources/links/link-settings.ts";
import type { LinkSource } from "../../../src/sources/links/link-source.ts";

/** What one source finds in a text: the numbers, each with its origin. */
export function readLinks(source: LinkSource, text: string, said: Said = nothingSaid) {
  const body = parseBody(text);
  const settings = linkSettingsSchema.parse({});
  const where = { repository: { owner: "acme", name: "shop" }, webUrl: "https://github.com", keywords: [] };
  const context = { body, references: readReferences(body, where), headings: linkHeadings(settings), said };
  return source.find(context).map(({ reference, origin }) => ({ number: reference.number, ...origin }));
}
