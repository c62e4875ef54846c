import { countNoise } from "../test/support/noise/count-noise.ts";
import { replaySeed } from "../test/support/noise/replay.ts";
import { startStory } from "../test/support/start-story.ts";

/** `npm run noise`: how much people get to read, over the whole life of the sandbox's product. Figures, never a verdict. */
const story = await startStory({ recurring: "on" });
const replayed = await replaySeed(story);
console.table(countNoise(replayed));
console.table(
  replayed.entries.filter(({ asked, answered, questions, reminders }) => asked + answered + questions + reminders > 0),
);
await story.stop();
// The embedded store and kept connections would hold the process open.
process.exit(0);
