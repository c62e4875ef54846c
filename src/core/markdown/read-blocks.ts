import type { Block, QuoteBlock, RowBlock } from "./block.ts";
import { type HtmlState, openHtmlState } from "./html-state.ts";
import { type Line, sliceLine } from "./line.ts";
import { readHtmlBlock } from "./read-html-block.ts";
import { readInline, type Token } from "./read-inline.ts";
import { splitHeadings, toHeading } from "./split-headings.ts";

/** Where the walk through the tokens stands. */
interface Walk {
  readonly blocks: Block[];
  readonly html: HtmlState;
  quotes: number;
  /** Whether the outermost quote is an alert; "open" until its first words tell. */
  alert: "open" | "yes" | "no";
  lists: number;
  /** The next paragraph starts a list item, and may start with a box. */
  itemStarts: boolean;
  /** Level of the heading that is open; 0 outside one. */
  heading: number;
  row: { readonly number: number; readonly header: boolean; readonly cells: Line[] } | null;
  header: boolean;
}

/** The visible blocks behind Markdown's tokens, in order. */
export function readBlocks(tokens: readonly Token[]): readonly Block[] {
  const walk: Walk = {
    blocks: [],
    html: openHtmlState(),
    quotes: 0,
    alert: "no",
    lists: 0,
    itemStarts: false,
    heading: 0,
    row: null,
    header: false,
  };
  for (const token of tokens) readToken(walk, token);
  return walk.blocks;
}

function readToken(walk: Walk, token: Token): void {
  switch (token.type) {
    case "blockquote_open":
    case "blockquote_close":
      walk.quotes += token.nesting;
      // GitHub makes no alert of what stands inside of anything else.
      if (walk.quotes < 2) walk.alert = token.nesting > 0 && walk.lists === 0 ? "open" : "no";
      return;
    case "bullet_list_open":
    case "ordered_list_open":
    case "bullet_list_close":
    case "ordered_list_close":
      walk.lists += token.nesting;
      return;
    case "list_item_open":
      walk.itemStarts = true;
      return;
    case "heading_open":
      walk.heading = Number(token.tag.slice(1));
      return;
    case "heading_close":
      walk.heading = 0;
      return;
    default:
      readTableOrText(walk, token);
  }
}

function readTableOrText(walk: Walk, token: Token): void {
  switch (token.type) {
    case "thead_open":
    case "thead_close":
      walk.header = token.nesting > 0;
      return;
    case "tr_open":
      walk.row = { number: firstLine(token), header: walk.header, cells: [] };
      return;
    case "tr_close":
      closeRow(walk);
      return;
    case "inline":
      readText(walk, token);
      return;
    case "fence":
    case "code_block":
      readCode(walk, token);
      return;
    case "html_block":
      readHtml(walk, token);
      return;
  }
}

function readText(walk: Walk, token: Token): void {
  if (walk.row !== null && token.content === "") {
    walk.row.cells.push(emptyCell(walk.row.number));
    return;
  }
  const quoted = isQuoted(walk);
  const number = walk.row?.number ?? firstLine(token);
  const lines = readInline({ token, number, html: walk.html, quoted });
  if (walk.row !== null) walk.row.cells.push(lines[0] ?? emptyCell(number));
  else if (quoted) walk.blocks.push(toQuote(walk, lines));
  else if (lines.length === 0) return;
  else if (walk.heading > 0) walk.blocks.push(...toHeading(lines, walk.heading));
  else if (walk.lists === 0) walk.blocks.push(...splitHeadings(lines));
  else walk.blocks.push({ kind: "text", depth: walk.lists, lines: walk.itemStarts ? takeBox(lines) : lines });
  walk.itemStarts = false;
}

function closeRow(walk: Walk): void {
  const { row } = walk;
  walk.row = null;
  if (row === null || row.cells.every((cell) => cell.text === "")) return;
  const block: RowBlock = { kind: "row", header: row.header, lines: row.cells };
  walk.blocks.push(isQuoted(walk) ? toQuote(walk, row.cells) : block);
}

function readCode(walk: Walk, token: Token): void {
  if (isQuoted(walk) || walk.html.comment) return;
  const info = token.info.trim().split(/\s/u)[0] ?? "";
  const first = firstLine(token);
  walk.blocks.push({
    kind: "code",
    info: info.toLowerCase(),
    text: token.content,
    number: token.type === "fence" ? first : first - 1,
  });
}

function readHtml(walk: Walk, token: Token): void {
  const outside = walk.quotes === 0;
  for (const block of readHtmlBlock(token.content, firstLine(token), walk.html)) {
    walk.blocks.push(outside || block.kind === "code" ? block : toQuote(walk, block.lines));
  }
}

function toQuote(walk: Walk, lines: readonly Line[]): QuoteBlock {
  if (walk.alert === "open") walk.alert = alertMark.test(lines[0]?.text ?? "") ? "yes" : "no";
  const alert = walk.alert === "yes" && walk.quotes === 1 && walk.html.quote === 0;
  return { kind: "quote", lines, ...(alert ? { alert } : {}) };
}

/** https://docs.github.com/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#alerts */
const alertMark = /^\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]$/iu;

function isQuoted(walk: Walk): boolean {
  return walk.quotes > 0 || walk.html.quote > 0;
}

function firstLine(token: Token): number {
  return (token.map?.[0] ?? 0) + 1;
}

function emptyCell(number: number): Line {
  return { number, text: "", prose: "", links: [], images: [], bold: 0, box: null };
}

/** Takes GitHub's task list box off the front of an item. */
function takeBox(lines: readonly Line[]): readonly Line[] {
  const [first, ...rest] = lines;
  const box = first === undefined ? null : /^\[([ xX])\]\s/u.exec(`${first.prose} `);
  if (first === undefined || box === null) return lines;
  return [{ ...sliceLine(first, 3), box: box[1] === " " ? "open" : "ticked" }, ...rest];
}
