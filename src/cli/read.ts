import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import type { Command } from "./command.ts";
import { parseEntry } from "./entry.ts";
import { entryReader, type ReadSettings } from "./read-entry.ts";
import { readSettingsFile, usualSettings } from "./read-settings.ts";
import { type InputLine, splitLines } from "./split-lines.ts";

/** A body of 64 KiB with its templates stays far below this, also where JSON writes every character in six; in characters. */
const longestLine = 8 * 1024 * 1024;

const webUrl = "https://github.com";

/** Empty lines are passed over. What cannot be read is answered with its error in its place, so that no answer moves. */
export const read = {
  name: "read",
  summary: "Reads pull requests and issues, one JSON line each, and tells what the app sees in them. Asks no network.",
  usage: "read [--config outcome.yml] < LINES",
  details: `Each line is one text:
  {"kind": "pull_request" | "issue", "owner", "repo", "number"?, "title", "body", "templates"?: [text]}
Each answer is one line, in the same order:
  {"links": [{"owner", "repo", "number", "closing"}], "external": [{"kind", "key"}],
   "problem", "evidence", "effect", "hypothesis", "metric", "window": {"grade", "quote"}}
A grade is stated, hollow, template or absent; that of a problem may be solution-only. A problem of the project's
own work is absent, with "scope": "internal" and its quote. A hypothesis has "parts" besides, a window "days" and "text".
A line that cannot be read is answered with {"error"}; then the exit code is 1.
Without --config the usual words hold, and every known tracker counts.`,
  async run(args, { input, output, errors }) {
    const { values } = parseArgs({ args: [...args], options: { config: { type: "string" } } });
    const settings = values.config === undefined ? usualSettings : readSettingsFile(values.config);
    const answer = answerer(settings);
    const lines = Readable.from(answerAll(splitLines(input, longestLine), answer.line));
    await pipeline(lines, output, { end: false });
    const wrong = answer.wrong();
    if (wrong > 0) errors.write(`${wrong} ${wrong === 1 ? "line" : "lines"} could not be read.\n`);
    return wrong > 0 ? 1 : 0;
  },
} as const satisfies Command<"read">;

interface Answerer {
  readonly line: (line: InputLine) => string;
  /** How many lines could not be read so far. */
  readonly wrong: () => number;
}

function answerer(settings: ReadSettings): Answerer {
  const readEntry = entryReader(settings, webUrl);
  let wrong = 0;
  return {
    line({ number, text }) {
      const entry = text === null ? `longer than ${longestLine} characters` : parseEntry(text);
      if (typeof entry !== "string") return JSON.stringify(readEntry(entry));
      wrong += 1;
      return JSON.stringify({ error: `Line ${number}: ${entry}` });
    },
    wrong: () => wrong,
  };
}

async function* answerAll(
  lines: AsyncIterable<InputLine>,
  answer: (line: InputLine) => string,
): AsyncGenerator<string> {
  for await (const line of lines) {
    if (line.text?.trim() !== "") yield `${answer(line)}\n`;
  }
}
