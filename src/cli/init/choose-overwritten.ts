import { createInterface } from "node:readline";
import type { Streams } from "../command.ts";
import type { PlannedFile } from "./plan-file.ts";

export interface Chosen {
  /** Written over. */
  readonly paths: ReadonlySet<string>;
  /** Left alone because nobody could be asked. */
  readonly unasked: readonly string[];
}

/** Which files that are there are written over. All is asked before anything is written: going away then changes nothing. */
export async function chooseOverwritten(
  planned: readonly PlannedFile[],
  answer: "overwrite" | "ask",
  { input, errors }: Pick<Streams, "input" | "errors">,
): Promise<Chosen> {
  const open = planned.flatMap((file) => (file.kind === "other" ? [file.path] : []));
  if (answer === "overwrite" || open.length === 0) return { paths: new Set(open), unasked: [] };
  if (!isTerminal(input) || !isTerminal(errors)) return { paths: new Set(), unasked: open };
  // Not as a terminal: then Ctrl-C ends the process, as everywhere.
  const answers = createInterface({ input, terminal: false });
  const lines = answers[Symbol.asyncIterator]();
  const paths = new Set<string>();
  for (const path of open) {
    errors.write(`${path} is there already. Overwrite it? [y/N] `);
    const { value, done } = await lines.next();
    if (done === true) break;
    if (/^\s*y(?:es)?\s*$/i.test(value)) paths.add(path);
  }
  answers.close();
  return { paths, unasked: [] };
}

function isTerminal(stream: object): boolean {
  return "isTTY" in stream && stream.isTTY === true;
}
