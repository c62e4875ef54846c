import { startStory } from "../test/support/start-story.ts";
import { openTestStore } from "../test/support/store.ts";
import type { Lived } from "../test/support/three-months/live.ts";
import { liveThreeMonths } from "../test/support/three-months/live.ts";

/** `npm run three-months`: the board at the end of three months in one repository, and how much people got to read. Figures, never a verdict. */
const store = { ...(await openTestStore()), close: async () => {} };
const story = await startStory({ database: store, recurring: "on" });
const lived = await liveThreeMonths(story, store);
process.stdout.write(`${lived.boardBody}\n\n`);
console.table(countsOf(lived));
console.table(Object.fromEntries(lived.writes));
await story.stop();
// The embedded store and kept connections would hold the process open.
process.exit(0);

function countsOf({ cast, written, boardBody }: Lived) {
  const threads = [...cast.threads.values()];
  const of = (kind: string) => written.filter((one) => one.kind === kind).length;
  return {
    "pull requests": threads.filter(({ kind }) => kind === "PullRequest").length,
    problems: threads.filter(({ kind }) => kind === "Issue").length,
    questions: of("question"),
    reminders: of("reminder"),
    "other comments": of("other"),
    "characters on the board": boardBody.length,
  };
}
