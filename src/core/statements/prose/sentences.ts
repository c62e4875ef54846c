import type { Block } from "../../markdown/block.ts";
import type { Line } from "../../markdown/line.ts";
import type { Body } from "../../markdown/parse-body.ts";
import { isPlaceholder } from "../hollow.ts";
import type { TemplateWords } from "../template-words.ts";
import { type Role, roleWalk, type TitleRoles } from "./roles.ts";

/** One sentence of the author's own, as a reader sees it. */
export interface Sentence {
  readonly text: string;
  /** The same characters, with inline code and the words of images masked. */
  readonly prose: string;
  /** Line in the text, from 1; 0 for the title. */
  readonly line: number;
  /** What the heading is there for under which it stands. */
  readonly role: Role;
  readonly form: "title" | "paragraph" | "item" | "row";
}

/** Nobody reads further to find out what a change is for: in blocks, in lines of one, in sentences, in characters of prose, and of one sentence. */
const mostBlocks = 2000;
const mostLines = 1000;
const mostSentences = 1000;
const mostProse = 20_000;
const longestSentence = 500;

/**
 * The sentences of a body in order: of paragraphs, list items and rows, without the words of a form, task lists, code and
 * the words of others.
 */
export function findSentences(body: Body, titles: TitleRoles, template: TemplateWords): readonly Sentence[] {
  const roleAt = roleWalk(titles);
  const sentences: Sentence[] = [];
  let left = mostProse;
  for (const block of body.blocks.slice(0, mostBlocks)) {
    const role = roleAt(block);
    for (const { lines, form } of runsOf(block)) {
      if (left <= 0 || sentences.length >= mostSentences) return sentences;
      const own = lines.slice(0, mostLines).filter((line) => isOwn(line, template));
      for (const sentence of splitRun(own)) {
        left -= sentence.text.length;
        if (left > 0 && sentences.length < mostSentences) sentences.push({ ...sentence, role, form });
      }
    }
  }
  return sentences;
}

function isOwn({ text, box }: Line, template: TemplateWords): boolean {
  return box === null && !template.hasLine(text) && !isPlaceholder(text);
}

interface Run {
  readonly lines: readonly Line[];
  readonly form: Sentence["form"];
}

function runsOf(block: Block): readonly Run[] {
  if (block.kind === "row") return block.header ? [] : block.lines.map((cell) => ({ lines: [cell], form: "row" }));
  if (block.kind === "text") return [{ lines: block.lines, form: block.depth > 0 ? "item" : "paragraph" }];
  // What people make bold is a sentence as often as a heading.
  if (block.kind === "heading" && block.style === "bold" && /[.!。！]\W*$/u.test(block.title)) {
    return [{ lines: block.lines, form: "paragraph" }];
  }
  return [];
}

function splitRun(lines: readonly Line[]): readonly Pick<Sentence, "text" | "prose" | "line">[] {
  const { text, prose, starts } = joinLines(lines);
  let line = 0;
  const ends = [...prose.matchAll(boundary)].flatMap((match) => {
    const end = match.index + match[0].trimEnd().length;
    return abbreviation.test(prose.slice(Math.max(0, end - 8), end)) ? [] : [end];
  });
  return [0, ...ends].flatMap((start, index) => {
    const cut = text.slice(start, Math.min(ends[index] ?? text.length, start + longestSentence));
    const from = start + cut.length - cut.trimStart().length;
    const to = start + cut.trimEnd().length;
    if (!/[\p{L}\p{N}]/u.test(cut)) return [];
    while ((starts[line + 1]?.at ?? text.length) <= from) line += 1;
    return [{ text: text.slice(from, to), prose: prose.slice(from, to), line: starts[line]?.number ?? 1 }];
  });
}

const boundary = /[.!?…]["'”’)\]]{0,3}(?:\s+(?=[^\p{Ll}\s])|$)|[。！？]|\n/gu;

const abbreviation = /(?:^|[^\p{L}.])(?:e\.g|i\.e|vs|cf|etc|approx|resp|incl|z\. ?B|d\. ?h|bzw|ca|Nr)\.$/iu;

interface Joined {
  readonly text: string;
  readonly prose: string;
  readonly starts: readonly { readonly at: number; readonly number: number }[];
}

/** Lines that were wrapped read on; a line that was ended on purpose does not. */
function joinLines(lines: readonly Line[]): Joined {
  let text = "";
  let prose = "";
  let before = "";
  const starts: { at: number; number: number }[] = [];
  for (const line of lines) {
    if (text !== "") {
      const joint = isWrapped(before, line.text) ? " " : "\n";
      text += joint;
      prose += joint;
    }
    starts.push({ at: text.length, number: line.number });
    text += line.text;
    prose += line.prose;
    before = line.text;
  }
  return { text, prose, starts };
}

/** Nobody wraps lines this short, in characters. */
const shortestWrapped = 50;

function isWrapped(before: string, after: string): boolean {
  if (/[:：]$/u.test(before)) return false;
  return /^[\p{Ll}(]/u.test(after) || before.length >= shortestWrapped;
}
