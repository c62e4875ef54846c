import type { Block } from "../markdown/block.ts";
import { type Line, mask } from "../markdown/line.ts";
import type { Body } from "../markdown/parse-body.ts";
import type { Place, StatementName } from "./statements.ts";
import { rowText } from "./template-words.ts";
import type { TitleLookup } from "./vocabulary.ts";

/** One line that may say something. */
export interface Content {
  readonly text: string;
  /** Line in the text, from 1. */
  readonly number: number;
  /** The author's own words; code and pictures; somebody else's words. */
  readonly kind: "words" | "material" | "quote";
}

/** A place that is there for one statement, and what stands in it. */
export interface Candidate {
  readonly statement: StatementName;
  readonly place: Place;
  readonly content: readonly Content[];
}

/** Places that ask for the same statement, in one text: nobody writes more, and nobody's patience is without end. */
const mostPlaces = 50;

/** Every heading and field that asks for a statement, with what stands under it, in the order of the text. */
export function findCandidates(search: Search): readonly Candidate[] {
  const askings = [...askingSections(search), ...askingFields(search)].toSorted((a, b) => a.place.line - b.place.line);
  const counts = new Map<StatementName, number>();
  return askings.flatMap(({ statement, place, read }) => {
    const count = (counts.get(statement) ?? 0) + 1;
    counts.set(statement, count);
    return count > mostPlaces ? [] : [{ statement, place, content: read() }];
  });
}

interface Asking extends Pick<Candidate, "statement" | "place"> {
  readonly read: () => readonly Content[];
}

function askingFields({ body, lookup }: Search): readonly Asking[] {
  return body.fields.flatMap(({ name, number, lines }) => {
    const statement = lookup(name);
    if (statement === null) return [];
    return [{ statement, place: { kind: "field", name, line: number }, read: () => lines.flatMap(toContent) }];
  });
}

export interface Search {
  readonly body: Body;
  readonly lookup: TitleLookup;
  /** Lines that are fields of a statement, as `block:line`: they say nothing for the heading above them. */
  readonly owners: ReadonlyMap<string, StatementName>;
}

/** Which lines are fields of which statement, as `block:line`. */
export function fieldOwners(body: Body, lookup: TitleLookup): ReadonlyMap<string, StatementName> {
  const owners = new Map<string, StatementName>();
  for (const { name, number, block, lines } of body.fields) {
    const statement = lookup(name);
    if (statement === null) continue;
    for (const line of [number, ...lines.map((value) => value.number)]) owners.set(`${block}:${line}`, statement);
  }
  return owners;
}

function askingSections(search: Search): readonly Asking[] {
  return search.body.sections.flatMap(({ title, number, from, direct, to }) => {
    const statement = search.lookup(title);
    if (statement === null) return [];
    const read = (): readonly Content[] => {
      const own = contentBetween(search, { from, to: direct, statement });
      return own.length > 0 ? own : contentBetween(search, { from: direct, to, statement });
    };
    return [{ statement, place: { kind: "heading", name: title, line: number }, read }];
  });
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly statement: StatementName;
}

function contentBetween(search: Search, { from, to, statement }: Range): readonly Content[] {
  const content: Content[] = [];
  // The level of a heading below that is there for another statement; what stands under it is not read here.
  let foreign = Number.POSITIVE_INFINITY;
  for (let index = from; index < to; index += 1) {
    const block = search.body.blocks[index];
    if (block === undefined) break;
    if (block.kind === "heading" && block.level <= foreign) foreign = foreignLevel(block, statement, search.lookup);
    if (foreign === Number.POSITIVE_INFINITY) content.push(...blockContent(block, index, { ...search, statement }));
  }
  return content;
}

function foreignLevel(
  { title, level }: Block & { readonly kind: "heading" },
  statement: StatementName,
  lookup: TitleLookup,
): number {
  const other = lookup(title);
  return other === null || other === statement ? Number.POSITIVE_INFINITY : level;
}

function blockContent(
  block: Block,
  index: number,
  { owners, statement }: Pick<Search, "owners"> & Pick<Range, "statement">,
): readonly Content[] {
  if (block.kind === "code") return codeContent(block);
  if (block.kind === "quote") return block.lines.map(({ text, number }) => ({ text, number, kind: "quote" }));
  // A heading of Markdown's own only names what follows; in bold, people also write sentences.
  if (block.kind === "heading" && block.style === "heading") return [];
  const own = block.lines.filter(({ number }) => (owners.get(`${index}:${number}`) ?? statement) === statement);
  const [first] = own;
  if (block.kind !== "row") return own.flatMap(toContent);
  return first === undefined ? [] : [{ text: rowText(own), number: first.number, kind: "words" }];
}

function codeContent({ text, number }: Block & { readonly kind: "code" }): readonly Content[] {
  const first = text.split("\n", 50).find((line) => line.trim() !== "");
  return first === undefined ? [] : [{ text: first.trim(), number: number + 1, kind: "material" }];
}

/** A box that is not ticked says nothing. */
function toContent({ text, prose, number, box }: Line): readonly Content[] {
  if (box === "open") return [];
  return [{ text, number, kind: prose.replaceAll(mask, "").trim() === "" ? "material" : "words" }];
}
