import { StringDecoder } from "node:string_decoder";

/** The text of a line; null for one that is longer than allowed: it is counted, and not kept. */
export interface InputLine {
  /** From 1. */
  readonly number: number;
  readonly text: string | null;
}

/** Windows ends lines with a sign more, and puts a mark before a file that is in UTF-8. */
function trimLine(text: string, number: number): string {
  return (number === 1 ? text.replace(/^\uFEFF/, "") : text).replace(/\r$/, "");
}

/** The lines of a stream as they come, each of at most so many characters; whatever is sent, no more than that is held. */
export async function* splitLines(chunks: AsyncIterable<Buffer | string>, longest: number): AsyncGenerator<InputLine> {
  const decoder = new StringDecoder("utf8");
  let held: string[] = [];
  let length = 0;
  let number = 1;

  function add(part: string): void {
    length += part.length;
    if (length <= longest) held.push(part);
    else held = [];
  }

  function end(): InputLine {
    const line = { number, text: length <= longest ? trimLine(held.join(""), number) : null };
    held = [];
    length = 0;
    number += 1;
    return line;
  }

  for await (const chunk of chunks) {
    const [first = "", ...others] = (typeof chunk === "string" ? chunk : decoder.write(chunk)).split("\n");
    add(first);
    for (const part of others) {
      yield end();
      add(part);
    }
  }
  add(decoder.end());
  if (length > 0) yield end();
}
