/** A part of the board: what is said of it first, then tables whose rows are left out from the end where there is no room. */
export interface BoardSection {
  readonly heading: string;
  readonly lead: string;
  /** Mermaid; null where there is nothing to draw. */
  readonly chart: string | null;
  readonly tables: readonly BoardTable[];
  /** How the rows are called that were left out: "3 more follow-ups". */
  readonly more: { readonly one: string; readonly many: string };
}

export interface BoardTable {
  /** Above its head, a heading of its own; null where one table is all there is. */
  readonly caption: string | null;
  readonly head: string;
  readonly rows: readonly BoardRow[];
}

/** One line of a table, or several that make no sense apart; written only where there is room. */
export type BoardRow = () => string;

/** A fenced block that GitHub draws. */
export function drawn(chart: string): string {
  return `\`\`\`mermaid\n${chart}\n\`\`\``;
}
