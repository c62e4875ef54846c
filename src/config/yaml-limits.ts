import { CST, Lexer } from "yaml";
import { md } from "../core/markdown/markdown.ts";
import type { Markdown } from "../core/markdown/markdown.ts";

/** In bytes of a file; ten times what the longest sensible configuration needs. */
export const largestFile = 64 * 1024;

/** Brackets in brackets, and list or key signs in one line. The deepest key of the schema stands four levels down. */
const deepest = 32;

/** Words and signs in one file: reading takes the longest where every character is one. */
const mostLexemes = 20_000;

export interface Excess {
  readonly offset: number;
  readonly message: Markdown;
}

/**
 * Where a text begins to be more than a configuration can be, or null. Looked at word by word, before anything is built:
 * the parser works recursively on nested brackets and slowly on texts that consist of signs.
 */
export function findExcess(text: string): Excess | null {
  let count: Counts = { lexemes: 0, brackets: 0, signs: 0 };
  let offset = 0;
  let scalarFollows = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (isMarker(lexeme)) {
      scalarFollows = lexeme === CST.SCALAR;
      continue;
    }
    count = tally(count, scalarFollows ? "scalar" : CST.tokenType(lexeme));
    scalarFollows = false;
    if (count.lexemes > mostLexemes) return { offset, message: md`Too much stands in this file for a configuration.` };
    if (Math.max(count.brackets, count.signs) > deepest) return { offset, message: md`This is nested too deeply.` };
    offset += lexeme.length;
  }
  return null;
}

/** The lexer announces documents and scalars by control characters of its own, which are not part of the text. */
function isMarker(lexeme: string): boolean {
  return lexeme === CST.DOCUMENT || lexeme === CST.FLOW_END || lexeme === CST.SCALAR;
}

interface Counts {
  readonly lexemes: number;
  readonly brackets: number;
  /** In the current line. */
  readonly signs: number;
}

type Kind = CST.TokenType | null;
const opening: ReadonlySet<Kind> = new Set<Kind>(["flow-map-start", "flow-seq-start"]);
const closing: ReadonlySet<Kind> = new Set<Kind>(["flow-map-end", "flow-seq-end"]);
const nesting: ReadonlySet<Kind> = new Set<Kind>(["seq-item-ind", "explicit-key-ind", "map-value-ind"]);

function tally({ lexemes, brackets, signs }: Counts, kind: Kind): Counts {
  return {
    lexemes: lexemes + 1,
    brackets: brackets + Number(opening.has(kind)) - Number(closing.has(kind)),
    signs: kind === "newline" ? 0 : signs + Number(nesting.has(kind)),
  };
}
