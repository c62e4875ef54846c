import { assert, asyncProperty, integer, string } from "fast-check";
import { expect, test } from "vitest";
import { splitLines } from "../../src/cli/split-lines.ts";

async function split(chunks: readonly (Buffer | string)[], longest = 100): Promise<readonly (string | null)[]> {
  const lines: (string | null)[] = [];
  async function* all() {
    yield* chunks;
  }
  for await (const { number, text } of splitLines(all(), longest)) {
    expect(number).toBe(lines.length + 1);
    lines.push(text);
  }
  return lines;
}

test("lines are the same however the stream is cut, also inside a character", async () => {
  await assert(
    asyncProperty(string({ unit: "grapheme" }), integer({ min: 1, max: 7 }), async (text, size) => {
      const bytes = Buffer.from(text);
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.subarray(at * size, (at + 1) * size),
      );
      const whole = text
        .replace(/^\uFEFF/, "")
        .split("\n")
        .map((line) => line.replace(/\r$/, ""));
      if (text.endsWith("\n") || text === "") whole.pop();
      expect(await split(chunks)).toEqual(whole);
    }),
  );
});

test("the mark before a file in UTF-8 is no part of its first line, and the signs of Windows end lines", async () => {
  expect(await split([Buffer.from("\uFEFFab\r\n\uFEFFcd\r\n")])).toEqual(["ab", "\uFEFFcd"]);
});

test("a line that is too long is counted and not kept", async () => {
  expect(await split(["ab", "cd\n", "abc\n", "abcde"], 3)).toEqual([null, "abc", null]);
});
