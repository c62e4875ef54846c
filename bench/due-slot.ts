import { parseArgs } from "node:util";
import { TestClock } from "pg-boss";
import type { IssueComment, PullRequest, Repository } from "../src/sandbox/github/state/model.ts";
import { startStory } from "../test/support/start-story.ts";
import type { RunningStory } from "../test/support/start-story.ts";
import { isQuestion } from "../test/support/three-months/witness.ts";
import { tellSlot } from "./tell-slot.ts";

/** A Monday: what is merged on it has its slot on the Tuesday fifteen days later. */
const MERGED = new Date("2026-03-02T12:00:00Z");
const SLOT = new Date("2026-03-17T10:00:00Z");

/** In milliseconds of the moved clock. */
const second = 1000;
const hour = 3600 * second;
/** Where so much is due that GitHub's limits on new content demand it. */
const longest = 3 * hour;

/**
 * `npm run bench:slot -- [--installations 10] [--repositories 5] [--follow-ups 20]`, each of what is named before it: a slot at
 * which everything is due at once, what that asks of GitHub, and how long GitHub's limits on an installation make it take.
 * The clock is moved, and GitHub answers at once, so the time is what is waited for. Figures, never a verdict.
 */
const { values } = parseArgs({
  options: {
    installations: { type: "string", default: "10" },
    repositories: { type: "string", default: "5" },
    "follow-ups": { type: "string", default: "20" },
  },
});
await measureDueSlot({
  installations: Number(values.installations),
  repositoriesEach: Number(values.repositories),
  followUpsEach: Number(values["follow-ups"]),
});
// The embedded store and kept connections would hold the process open.
process.exit(0);

interface DueSlotSize {
  readonly installations: number;
  readonly repositoriesEach: number;
  readonly followUpsEach: number;
}

async function measureDueSlot(size: DueSlotSize): Promise<void> {
  const clock = new TestClock(MERGED);
  const story = await startStory({ clock, recurring: "on" });
  story.github.limits.enforced = true;
  const town = { story, clock, repositories: openShops(story, size) };
  await mergeAll(town, size);
  // What comes again by itself each day is over by then.
  await until(town, SLOT.getTime() - hour);
  await until(town, SLOT.getTime() - second);
  story.github.requests.clear();
  const latest = SLOT.getTime() + longest;
  while (questionsIn(town).length < allOf(size) && clock.now() < latest) await until(town, clock.now() + second);
  // The boards follow within a minute.
  for (let passed = 0; passed < 90; passed += 1) await until(town, clock.now() + second);
  process.stdout.write(
    `\nA slot with ${allOf(size)} due follow-ups in ${town.repositories.length} repositories of ${size.installations} installations\n`,
  );
  const after = questionsIn(town).map(({ createdAt }) => (Date.parse(createdAt) - SLOT.getTime()) / second);
  tellSlot(story.github, after);
  await story.stop();
}

function allOf({ installations, repositoriesEach, followUpsEach }: DueSlotSize): number {
  return installations * repositoriesEach * followUpsEach;
}

interface Town {
  readonly story: RunningStory;
  readonly clock: TestClock;
  readonly repositories: readonly Repository[];
}

function openShops({ people }: RunningStory, size: DueSlotSize): readonly Repository[] {
  return Array.from({ length: size.installations }, (_, index) => {
    const login = `guild-${index + 1}`;
    people.createOrganization({ login, members: ["ada"] });
    const opened = Array.from({ length: size.repositoriesEach }, (__, at) => {
      const repository = people.createRepository({
        name: `${login}/shop-${at}`,
        files: { ".github/outcome.yml": "{}\n" },
      });
      people.setRole({ repository, user: "ada", role: "write" });
      return repository;
    });
    people.install({ account: login, by: "ada" });
    return opened;
  }).flat();
}

/** A repository after the other, so that the limits of what is done at the merge hold up nothing. */
async function mergeAll(town: Town, size: DueSlotSize): Promise<void> {
  const { people } = town.story;
  for (const repository of town.repositories) {
    const pullRequests = Array.from({ length: size.followUpsEach }, (_, at): PullRequest => {
      const issue = people.openIssue({ repository, author: "mia", title: `The total is hidden, ${at}`, body: "" });
      const body = `Part of #${issue.number}\n\nWe believe a visible total for shoppers will lower abandoned carts.`;
      return people.openPullRequest({ repository, author: "ada", title: `Change ${at}`, body });
    });
    for (const pullRequest of pullRequests) people.mergePullRequest({ pullRequest, by: "ada" });
    for (let minutes = 0; minutes < 3; minutes += 1) await until(town, town.clock.now() + 30 * second);
  }
}

async function until({ story, clock }: Town, at: number): Promise<void> {
  await clock.setTime(at);
  await story.github.webhooks.settled();
  await story.app.runtime.queue.idle();
}

function questionsIn({ repositories }: Town): readonly IssueComment[] {
  const threads = repositories.flatMap(({ items }) => [...items.values()]);
  return threads.flatMap(({ comments }) => comments.filter(isQuestion));
}
