import type { Moment } from "../../../src/sandbox/seed/moment.ts";
import { builder, owner, product } from "../../../src/sandbox/seed/cast.ts";
import { history } from "../../../src/sandbox/seed/plant.ts";
import { configuration, configurationPath } from "../../../src/sandbox/seed/files.ts";
import { commitOf } from "../../../src/sandbox/github/state/commits.ts";
import { findRepository, repositoryNamed } from "../../../src/sandbox/github/state/state.ts";
import type { Story } from "../start-story.ts";
import { answers } from "./answers.ts";
import type { Entry } from "./ledger.ts";
import { openLedger } from "./ledger.ts";
import type { Thread } from "./lives.ts";
import { livesOfIssues, livesOfPullRequests } from "./lives.ts";

export interface Replayed {
  readonly entries: readonly Entry[];
  /** Requests of each operation that wrote something. */
  readonly writes: ReadonlyMap<string, number>;
  readonly deliveries: number;
}

/** Longer than the grace after which the app comments. */
const pauseMinutes = 30;
const minutesInDay = 24 * 60;
const turns = Math.max(livesOfIssues.length, livesOfPullRequests.length);

/** When, in turns of its life, a thread that lacks something is answered, is as before again, and is answered for good. */
const answeredFrom = 3;
const asBeforeAt = 8;
const answeredAgainAt = 11;

/** Until everybody was asked about what was merged, and reminded, and waited for. */
const weeksAfterwards = 14;

interface Life {
  readonly thread: Thread;
  readonly original: string | null;
  turn: number;
}

/** The seed's past happens once more, this time with the app there from the first day, and with much in between. */
export async function replaySeed(story: Story): Promise<Replayed> {
  const ledger = openLedger(story);
  const lives = new Map<Thread, Life>();
  const liveOn = async (among: (life: Life) => boolean) => {
    for (const life of livesIn(story, lives).filter(among)) takeTurn(story, life);
    await story.settle();
    ledger.look();
  };
  let last: Moment | undefined;
  for (const moment of history()) {
    await story.later(Math.round(((last?.daysAgo ?? moment.daysAgo) - moment.daysAgo) * minutesInDay));
    moment.happens(story.people);
    withoutBoard(story);
    // A third of the threads at a time: each has something done to it between two moments of the others.
    await liveOn(({ thread, turn }) => (thread.number + turn) % 3 === 0);
    last = moment;
  }
  for (let round = 0; round < turns; round += 1) {
    await story.later(pauseMinutes);
    await liveOn(() => true);
  }
  await takeBackAndSayAgain(story);
  await mergeAll(story);
  configure(story, configuration);
  ledger.look();
  for (let week = 0; week < weeksAfterwards; week += 1) {
    await story.later(7 * minutesInDay);
    ledger.look();
  }
  return { entries: ledger.entries(), writes: writesOf(story), deliveries: story.github.webhooks.deliveries.length };
}

/** The app's own issue would take a number that the seed's texts give to others: it comes at the end. */
function withoutBoard(story: Story): void {
  const { state } = story.github;
  const tip = findRepository(state, product)?.branches.get("main");
  if (tip === undefined || commitOf(state, tip).files.get(configurationPath) !== configuration) return;
  configure(story, `${configuration}board: false\n`);
}

function configure({ people }: Story, text: string): void {
  const message = "Say whether there is a board";
  people.commitFiles({ repository: product, files: { [configurationPath]: text }, message, by: owner });
}

function livesIn({ github }: Story, lives: Map<Thread, Life>): readonly Life[] {
  if (github.state.repositories.length === 0) return [];
  for (const thread of repositoryNamed(github.state, product).items.values()) {
    if (!thread.viaApp && !lives.has(thread)) lives.set(thread, { thread, original: thread.body, turn: 0 });
  }
  return [...lives.values()];
}

function takeTurn({ people }: Story, life: Life): void {
  const { thread, turn } = life;
  life.turn += 1;
  if (thread.kind === "Issue") livesOfIssues[turn]?.(people, thread);
  else livesOfPullRequests[turn]?.(people, thread);
  if (thread.kind === "PullRequest" && thread.draft && turn === 2) {
    people.readyForReview({ pullRequest: thread, by: thread.author.login });
  }
  const steps = answers.get(thread.number) ?? [];
  const body = turn === answeredAgainAt ? steps.at(-1) : steps[turn - answeredFrom];
  if (body !== undefined) edit(people, thread, body);
  if (turn === asBeforeAt && steps.length > 0) edit(people, thread, life.original);
}

function edit(people: Story["people"], thread: Thread, body: string | null): void {
  if (thread.kind === "Issue") people.editIssue({ issue: thread, by: thread.author.login, body });
  else people.editPullRequest({ pullRequest: thread, by: thread.author.login, body });
}

/** The link that stands in a comment alone goes with it, and comes back with another. */
async function takeBackAndSayAgain(story: Story): Promise<void> {
  const thread = repositoryNamed(story.github.state, product).items.get(30);
  const comment = thread?.comments.find(({ body }) => body.startsWith("/outcome link"));
  if (thread === undefined || comment === undefined) throw new Error("The seed has no command in #30 any more");
  story.people.deleteComment({ comment, by: builder });
  await story.later(pauseMinutes);
  story.people.comment({ on: thread, by: builder, body: "/outcome link #6" });
  await story.later(pauseMinutes);
}

async function mergeAll(story: Story): Promise<void> {
  for (const item of repositoryNamed(story.github.state, product).items.values()) {
    if (item.kind !== "PullRequest" || item.state !== "open") continue;
    if (item.draft) story.people.readyForReview({ pullRequest: item, by: owner });
    story.people.mergePullRequest({ pullRequest: item, by: owner });
  }
  await story.later(pauseMinutes);
}

function writesOf({ github }: Story): ReadonlyMap<string, number> {
  const names = github.requests.of("write").map(({ operation }) => operation);
  return new Map([...new Set(names)].map((name) => [name, names.filter((each) => each === name).length]));
}
