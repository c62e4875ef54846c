import { expect, test } from "vitest";
import { answers } from "../support/noise/answers.ts";
import { countNoise } from "../support/noise/count-noise.ts";
import { replaySeed } from "../support/noise/replay.ts";
import { tellStory } from "../support/story.ts";

/** Hundreds of things happen, each with what the app makes of it. */
const patienceMs = 480_000;

test(
  "over the whole life of a repository no thread gets more than one comment and its answers, and good ones none",
  async () => {
    const story = await tellStory({ recurring: "on" });
    const replayed = await replaySeed(story);
    const { entries } = replayed;
    expect(entries.filter(({ asked }) => asked > 1)).toEqual([]);
    const commented = entries.filter(({ asked }) => asked > 0).map(({ thread }) => thread);
    expect(commented).toEqual([...answers.keys()].map((number) => `week-menu#${number}`));
    // No thread of the seed is followed up a second time.
    expect(entries.filter(({ questions, reminders }) => questions > 1 || reminders > 1)).toEqual([]);
    const followedUp = entries.filter(({ questions }) => questions > 0);
    expect(followedUp.map(({ number }) => number)).toEqual([1, 2, 3, 5, 6, 7, 8, 10]);
    expect(entries.filter(({ remindersShown }) => remindersShown > 0)).toEqual([]);
    expect(entries.filter(({ answered, commanded }) => answered > commanded)).toEqual([]);
    // Help and a slip of the keyboard in each thread, and the seed's own slip: every other command gets a thumb alone.
    const { threads, good, commands, answers: words, reactions } = countNoise(replayed);
    expect({ threads, good, words }).toEqual({ threads: 36, good: 22, words: 2 * 35 + 1 });
    // One command was deleted after it had been answered.
    expect(reactions).toBe(commands + 1);
    // Two problems are closed without an answer, one of them as a duplicate: closed, they are asked nothing more.
    expect(entries.filter(({ stillShown }) => stillShown > 0)).toEqual([]);
    expect(story.github.violations).toEqual([]);
    expect(story.github.bugs).toEqual([]);
  },
  patienceMs,
);
