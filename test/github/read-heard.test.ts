import { expect, test } from "vitest";
import type { HeardReading, ReferenceReading } from "../../src/sources/ports.ts";
import { testClient, testReader } from "./support/clients.ts";
import { answerFrom, graphqlError, notFound, paged } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";
import { comment, issue, only, otherBot, pullRequest, repository } from "./support/things.ts";

stayOffline();

const at = (number: number) => ({ owner: "acme", name: "shop", number });
const pull = at(7);
const none = { kind: "none" } as const;
/** What is known of the commands there. */
const below = (number: number, standing: readonly string[] | "cold" = []) => ({
  ...at(number),
  standing: () => Promise.resolve(standing),
});
const command = (number: number, fields: object = {}) => comment(number, { body: "/outcome skip it", ...fields });
const talk = (from: number, count: number) => Array.from({ length: count }, (_, i) => comment(from + i));

/** A repository with a pull request that closes these issues. */
function holding(...issues: readonly ({ readonly number: number } & object)[]) {
  const found = pullRequest({ closingIssuesReferences: paged(issues) });
  const find = ({ number }: { number: number }) => issues.find((one) => one.number === number) ?? notFound();
  return answerFrom({
    repository: only(repository({ pullRequest: () => found, issueOrPullRequest: find, issue: find })),
    nodes: ({ ids }: { ids: readonly string[] }) =>
      ids.map((id) => (id === "IC_9" ? notFound() : command(Number(id.slice(3))))),
  });
}

function withComments(number: number, comments: readonly object[], fields: object = {}) {
  return { ...issue({ comments: paged(comments), ...fields }), number };
}

function heardIn(readings: readonly ReferenceReading[] | undefined) {
  return readings?.map((one) => (one.kind === "issue" ? idsOf({ heard: one.issue.heard ?? null }) : one.kind));
}

function idsOf({ heard }: Pick<HeardReading, "heard">) {
  return heard === null ? null : [heard.remarks.length, heard.commands.map(({ id }) => id), heard.isPart];
}

const one = [comment(1), command(2), command(3, { author: otherBot }), comment(4, { isMinimized: true })];

test("what stands below the first five development links comes with them: remarks that nobody hid, and people's commands", async () => {
  const log = holding(...[11, 12, 13, 14, 15, 16].map((number) => withComments(number, one)));
  const reading = await testReader().readPullRequest(pull, none);
  expect(heardIn(reading?.developmentLinks)).toEqual([...Array.from({ length: 5 }, () => [3, [2], false]), null]);
  expect(log.queries).toHaveLength(1);
});

test("what stands below the next parent comes too, and of those above it how much there is", async () => {
  const above = withComments(14, one);
  holding(withComments(12, [], { parent: withComments(13, one, { parent: above }) }));
  const [link] = (await testReader().readPullRequest(pull, none))?.developmentLinks ?? [];
  const parents = link?.kind === "issue" ? link.parents : [];
  expect(parents.map(({ heard = null, commentCount }) => [idsOf({ heard }), commentCount])).toEqual([
    [[3, [2], false], 4],
    [null, 4],
  ]);
});

test("of a long conversation it is told that there is more", async () => {
  holding(withComments(12, [...talk(100, 100), command(900)]));
  const reading = await testReader().readPullRequest(pull, none);
  expect(heardIn(reading?.developmentLinks)).toEqual([[100, [], true]]);
});

/** GitHub tells how many there are, and fails to tell which. */
function countedAlone({ first }: { first?: number }) {
  return first === undefined ? { totalCount: 2 } : graphqlError(null);
}

test("where GitHub does not answer for what stands below, the links are there without it", async () => {
  holding(withComments(12, [], { comments: countedAlone }));
  const reading = await testReader().readPullRequest(pull, none);
  expect(heardIn(reading?.developmentLinks)).toEqual([null]);
});

test("references are read with what stands below those that are to be heard", async () => {
  const log = holding(withComments(12, one), withComments(13, one));
  expect(heardIn(await testReader().readReferences([at(12), at(13)], [at(13)]))).toEqual([null, [3, [2], false]]);
  expect(log.queries).toHaveLength(1);
});

test("both ends of a long conversation are read in one query, each comment once", async () => {
  const log = holding(withComments(12, [command(1), ...talk(100, 120), command(900)]), withComments(13, one));
  const answers = await testReader().readHeard([below(12), below(13), below(14)]);
  expect(answers.map(idsOf)).toEqual([[100, [1, 900], false], [3, [2], false], null]);
  expect(log.queries).toHaveLength(1);
});

const buried = withComments(12, [...talk(100, 100), command(900), ...talk(1000, 101)]);

test("a command between both ends that is known comes in the same query, once, and one that was deleted not at all", async () => {
  const log = holding(buried, withComments(13, [command(901)]));
  const answers = await testReader().readHeard([below(12, ["IC_900", "IC_9"]), below(13, ["IC_901"])]);
  expect(answers.map(idsOf)).toEqual([
    [100, [900], false],
    [1, [901], false],
  ]);
  expect(log.queries).toHaveLength(1);
});

test("where nobody knows the commands, what stands between both ends is read, page by page", async () => {
  const log = holding(buried, withComments(13, talk(2000, 199)));
  const answers = await testReader().readHeard([below(12, "cold"), below(13, "cold")]);
  expect(answers.map(idsOf)).toEqual([
    [100, [900], false],
    [100, [], false],
  ]);
  expect(log.queries).toHaveLength(2);
});

test("but not without end", async () => {
  const log = holding(withComments(12, [...talk(100, 2150), command(1), ...talk(3000, 100)]));
  expect((await testReader().readHeard([below(12, "cold")])).map(idsOf)).toEqual([[100, [], false]]);
  expect(log.queries).toHaveLength(21);
});

test("no issues cost no query", async () => {
  expect(await testReader().readHeard([])).toEqual([]);
});

/** More than this many bytes are no answer. */
function readerTaking(bytes: number) {
  return testReader({ client: testClient({ bounds: { headersMs: 10_000, totalMs: 10_000, bytes } }) });
}

const long = (number: number) => withComments(number, [comment(number, { body: "x".repeat(20_000) })]);

test("comments too long for one answer keep no pull request from being read", async () => {
  const log = holding(long(12), long(13));
  const reading = await readerTaking(30_000).readPullRequest(pull, none);
  expect(heardIn(reading?.developmentLinks)).toEqual([null, null]);
  expect(log.queries).toHaveLength(2);
});

test("nor references", async () => {
  holding(long(12), long(13));
  const read = await readerTaking(30_000).readReferences([at(12), at(13)], [at(12), at(13)]);
  expect(heardIn(read)).toEqual([null, null]);
});

test("and are read one issue after the other", async () => {
  holding(long(12), long(13));
  const answers = await readerTaking(30_000).readHeard([below(12), below(13)]);
  expect(answers.map(idsOf)).toEqual([
    [1, [], false],
    [1, [], false],
  ]);
});

const longTalk = (from: number, count: number) => talk(from, count).map((each) => ({ ...each, body: "x".repeat(300) }));

test("and, where one alone is too much as well, in pages of fifty, with what is known of the commands there", async () => {
  holding(
    withComments(12, [...longTalk(100, 100), command(900), ...longTalk(1000, 101)]),
    withComments(13, [...longTalk(2000, 59), command(901)]),
  );
  const reader = readerTaking(40_000);
  const answers = await reader.readHeard([below(12, ["IC_900"]), below(13)]);
  expect(answers.map(idsOf)).toEqual([
    [100, [900], false],
    [60, [901], false],
  ]);
  expect((await reader.readHeard([below(12, "cold")])).map(idsOf)).toEqual([[100, [900], false]]);
});

test("what is too much even so is left out, and nothing else", async () => {
  const huge = withComments(
    12,
    longTalk(100, 50).map((each) => ({ ...each, body: "x".repeat(1000) })),
  );
  holding(huge, withComments(13, one));
  const answers = await readerTaking(40_000).readHeard([below(12), below(13)]);
  expect(answers.map(idsOf)).toEqual([null, [3, [2], false]]);
});
