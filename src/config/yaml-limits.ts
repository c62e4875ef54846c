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
  const count: Counts = { lexemes: 0, brackets: 0, signs: 0 };
  let offset = 0;
  let scalarFollows = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (isMarker(lexeme) && !scalarFollows) {
      scalarFollows = lexeme === CST.SCALAR;
      continue;
    }
    if (!scalarFollows) tally(count, CST.tokenType(lexeme));
    scalarFollows = false;
    if (++count.lexemes > mostLexemes)
      return { offset, message: md`Too much stands in this file for a configuration.` };
    if (Math.max(count.brackets, count.signs) > deepest) return { offset, message: md`This is nested too deeply.` };
    offset += lexeme.length;
  }
  return null;
}

interface Counts {
  lexemes: number;
  brackets: number;
  /** In the current line. */
  signs: number;
}

/** The lexer announces documents and scalars by control characters of its own, which are not part of the text. */
function isMarker(lexeme: string): boolean {
  return lexeme === CST.DOCUMENT || lexeme === CST.FLOW_END || lexeme === CST.SCALAR;
}

function tally(count: Counts, type: CST.TokenType | null): void {
  switch (type) {
    case "flow-map-start":
    case "flow-seq-start":
      count.brackets++;
      return;
    case "flow-map-end":
    case "flow-seq-end":
      count.brackets--;
      return;
    case "seq-item-ind":
    case "explicit-key-ind":
    case "map-value-ind":
      count.signs++;
      return;
    case "newline":
      count.signs = 0;
      return;
    default:
  }
}
