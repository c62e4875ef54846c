import { expect, test } from "vitest";
import type { Trouble } from "../support/one-failure/life.ts";
import { liveThrough } from "../support/one-failure/life.ts";
import { livesFollowedUp } from "../support/one-failure/lives-followed-up.ts";
import { livesUntilMerged } from "../support/one-failure/lives-until-merged.ts";

const lives = [...livesUntilMerged, ...livesFollowedUp];

/** Far more than one look makes: one that fails at each try would never come to its end. */
const EVERY = 17;

const fair: Trouble = () => undefined;

/** One in seventeen requests fails, from the nth on; of those that write every other one after it was applied. */
function failFrom(nth: number): Trouble {
  let writes = 0;
  return (index, { kind }) => {
    if (index % EVERY !== nth % EVERY) return undefined;
    writes += kind === "write" ? 1 : 0;
    return { kind: "answers", status: 502, moment: kind === "write" && writes % 2 === 0 ? "after" : "before" };
  };
}

test.each(lives.map((life, n) => ({ ...life, nth: n + 1 })))(
  "whatever GitHub failed to answer once, the end is the same: $name",
  { timeout: 120_000 },
  async ({ nth, ...life }) => {
    const expected = await liveThrough(life, fair);
    const lived = await liveThrough(life, failFrom(nth));
    expect(lived.failed.length).toBeGreaterThan(1);
    expect(lived.shown).toEqual(expected.shown);
    expect(beyond(lived.made, expected.made)).toEqual([]);
  },
);

/** What was made more often, though it may have been taken away again: people were notified twice. */
function beyond(made: readonly string[], expected: readonly string[]): readonly string[] {
  return made.filter((word, at) => count(made.slice(0, at + 1), word) > count(expected, word));
}

function count(words: readonly string[], word: string): number {
  return words.filter((one) => one === word).length;
}
