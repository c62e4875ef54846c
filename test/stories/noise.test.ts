import { expect, test } from "vitest";
import { answers } from "../support/noise/answers.ts";
import { countNoise } from "../support/noise/count-noise.ts";
import { replaySeed } from "../support/noise/replay.ts";
import { tellStory } from "../support/story.ts";

/** Hundreds of things happen, each with what the app makes of it. */
const patienceMs = 240_000;

test(
  "over the whole life of a repository no thread gets more than one comment and its answers, and good ones none",
  async () => {
    const story = await tellStory();
    const replayed = await replaySeed(story);
    const { entries } = replayed;
    expect(entries.filter(({ asked }) => asked > 1)).toEqual([]);
    const commented = entries.filter(({ asked }) => asked > 0).map(({ thread }) => thread);
    expect(commented).toEqual([...answers.keys()].map((number) => `week-menu#${number}`));
    const counts = countNoise(replayed);
    expect(counts).toMatchObject({ threads: 35, good: 24, comments: 11 });
    expect(story.github.violations).toEqual([]);
    expect(story.github.bugs).toEqual([]);
  },
  patienceMs,
);
