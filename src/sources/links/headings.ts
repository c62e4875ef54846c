import type { Block } from "../../core/markdown/block.ts";
import { plainTitle } from "../../core/markdown/plain-words.ts";
import type { FoundReference } from "./find-references.ts";
import type { LinkContext, LinkSource } from "./link-source.ts";

export const headings = {
  id: "heading",
  description:
    "A reference under a heading, in a field or in a row of a table that asks for the problem or its issue: `## Related issues`, `Ticket: #12`.",
  find: (context) => {
    const headingOf = headingsOfBlocks(context);
    const fieldOf = fieldsOfLines(context);
    return context.references.flatMap((found) => {
      if (found.denied) return [];
      // `Fixes: #12` is a phrase already: as a field it would only be told twice.
      const field = found.linking ? null : fieldOf(found);
      const heading = field ?? headingOf[found.block] ?? null;
      if (heading === null) return [];
      const { reference, quote } = found;
      return [{ reference, origin: { kind: "heading" as const, heading, quote } }];
    });
  },
} as const satisfies LinkSource<"heading">;

/** For each block the heading above it, if that asks for the problem. */
function headingsOfBlocks({ body, headings: asked }: LinkContext): readonly (string | null)[] {
  let current: string | null = null;
  return body.blocks.map((block) => {
    if (block.kind === "heading") current = headingAfter(block, current, asked);
    return block.kind === "heading" ? null : current;
  });
}

/** A label ("Details:") does not end what stands under a heading; another heading does. */
function headingAfter(
  block: Block & { readonly kind: "heading" },
  current: string | null,
  asked: ReadonlySet<string>,
): string | null {
  if (asked.has(plainTitle(block.title))) return block.title;
  return block.style === "label" ? current : null;
}

function fieldsOfLines({ body, headings: asked }: LinkContext): (found: FoundReference) => string | null {
  const names = new Map<string, string>();
  for (const { name, number, block, lines } of body.fields) {
    if (!asked.has(plainTitle(name))) continue;
    for (const line of [number, ...lines.map((value) => value.number)]) names.set(`${block}:${line}`, name);
  }
  return (found) => names.get(`${found.block}:${found.line}`) ?? null;
}
