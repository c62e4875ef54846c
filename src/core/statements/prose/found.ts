import type { Line } from "../../markdown/line.ts";

/** What is quoted of a text, and where it stands. */
export interface Found {
  readonly text: string;
  readonly line: number;
}

export function foundIn({ text, number }: Line): Found {
  return { text, line: number };
}
