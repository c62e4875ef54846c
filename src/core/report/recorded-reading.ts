import { readBlocks, renderBlock } from "../follow-up/data-block.ts";
import { mayBeShown } from "../follow-up/measured.ts";
import { readKept, recordBlock } from "../follow-up/record.ts";
import type { OutcomeRecord } from "../follow-up/record.ts";
import { md } from "../markdown/markdown.ts";
import type { Markdown } from "../markdown/markdown.ts";
import { describeValue } from "./reading-words.ts";

/** What it was when it was merged, where the operator defined it. */
export function describeReading({ reading: answer }: Pick<OutcomeRecord, "reading">): Markdown {
  if (answer === undefined) return md``;
  if (answer.kind === "unreadable") return md` What it was could not be read: ${answer.why}.`;
  const { window } = answer.reading;
  return md` It was ${describeValue(answer.reading)}${window === null ? md`` : md`, over ${window}`}.`;
}

/** The text of a final check without what was read while not everybody saw the repository, in words and data; null: nothing was. */
export function withoutInside(shown: string): string | null {
  const text = shown.replaceAll("\r\n", "\n");
  const bare = readBlocks(shown, recordBlock).reduce<string>(withoutReading, text);
  return bare === text ? null : bare;
}

/** Both as they were written, the words before the data that they are about: the rest of the text stays. */
function withoutReading(text: string, data: unknown): string {
  const record = readKept(data);
  if (typeof data !== "object" || data === null || !record?.reading || mayBeShown(record.reading)) return text;
  const others = Object.fromEntries(Object.entries(data).filter(([key]) => key !== "reading"));
  const [before = "", ...behind] = text.split(renderBlock(recordBlock, data));
  const words = describeReading(record).markdown;
  const at = before.lastIndexOf(words);
  const lead = at === -1 ? before : before.slice(0, at) + before.slice(at + words.length);
  return [lead, ...behind].join(renderBlock(recordBlock, others));
}
