import { type Line, quoteOf } from "../../markdown/line.ts";
import type { Place, Reading } from "../statements.ts";

/** What is quoted of a text, and where it stands. */
export interface Found {
  readonly text: string;
  /** From 1; 0 for the title. */
  readonly line: number;
}

export function foundIn({ text, number }: Line): Found {
  return { text, line: number };
}

/** The quote of what was found, and its place. */
export function quoting({ text, line }: Found): { readonly quote: string; readonly place: Place } {
  const name = text.split(" ", 6).join(" ").slice(0, 60);
  return { quote: quoteOf(text), place: { kind: line === 0 ? "title" : "line", name, line: Math.max(1, line) } };
}

/** What was found states what was looked for; nothing is absent. */
export function stateFound(found: Found | null | undefined): Reading {
  return found ? { grade: "stated", value: found.text, ...quoting(found) } : { grade: "absent" };
}
