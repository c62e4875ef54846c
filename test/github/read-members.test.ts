import { expect, test } from "vitest";
import { pullRequestReading } from "../support/readings.ts";
import { testClient, testReader, watchedClient } from "./support/clients.ts";
import { answerFrom, graphqlError, notFound, paged } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";
import { comment, commit, only, pullRequest, repository } from "./support/things.ts";

const [sha, other] = ["a".repeat(40), "b".repeat(40)];
const { repository: here, configuration } = pullRequestReading();

type Found = Readonly<Record<string, unknown>>;

function read(numbers: readonly number[], found: Found) {
  const log = answerFrom({ repository: only(repository(found)) });
  const group = { repository: here, configuration, place: { kind: "queued", numbers }, checkRun: null } as const;
  return { log, readings: testReader().readMembers(group) };
}

const skip = (number: number) => comment(number, { body: "/outcome skip too small" });

stayOffline();

test("a head that does not end the list of commits is asked for by its name, so that its configuration is seen", async () => {
  const head = { __typename: "Commit", ...commit({ file: () => ({ oid: "changed", type: "blob" }) }) };
  const { log, readings } = read([7], {
    pullRequest: () => pullRequest({ commits: paged([{ commit: commit({ oid: other }) }]) }),
    object: ({ oid }: { oid?: string }) => (oid === sha ? head : null),
  });
  expect(await readings).toMatchObject([{ number: 7, reading: { headConfiguration: ["changed", "changed"] } }]);
  expect(log.queries).toHaveLength(2);
});

test.each([null, "NOT_FOUND", "FORBIDDEN"])(
  "one that GitHub answers with %s is not known, and the others are read",
  async (type) => {
    const { readings } = read([7, 8], {
      pullRequest: ({ number }: { number: number }) => (number === 8 ? graphqlError(type) : pullRequest({ number })),
    });
    expect(await readings).toMatchObject([
      { number: 7, reading: { headSha: sha } },
      { number: 8, reading: null },
    ]);
  },
);

test("what people commanded comes with the same query: the known ones by their ids, all where nothing is known", async () => {
  const log = answerFrom({
    repository: only(
      repository({
        pullRequest: ({ number }: { number: number }) =>
          pullRequest({ number, comments: paged([comment(80), skip(number * 10)]) }),
      }),
    ),
    nodes: ({ ids }: { ids: readonly string[] }) => ids.map((id) => (id === "IC_61" ? skip(61) : notFound())),
  });
  const known = new Map<number, readonly string[] | "cold">([
    [6, ["IC_60", "IC_61"]],
    [7, "cold"],
    [8, []],
  ]);
  const place = { kind: "queued", numbers: [6, 7, 8] } as const;
  const members = await testReader().readMembers({ repository: here, configuration, place, checkRun: null }, known);
  const found = members.map(({ reading }) => reading?.thread.commandComments.map(({ id }) => id));
  expect(found).toEqual([[61], [70], []]);
  expect(log.queries).toHaveLength(1);
});

test("where nothing is known of very many comments, those of one pull request are read after those of another", async () => {
  const comments = paged([skip(1), ...Array.from({ length: 150 }, (_, at) => comment(at + 2))]);
  const found = (number: number) => pullRequest({ id: `PR_${number}`, number, comments });
  const log = answerFrom({
    repository: only(repository({ pullRequest: ({ number }: { number: number }) => found(number) })),
    node: ({ id }: { id: string }) => found(Number(id.slice(3))),
  });
  const { client, log: atOnce } = watchedClient();
  const numbers = [6, 7, 8];
  const group = { repository: here, configuration, place: { kind: "queued", numbers }, checkRun: null } as const;
  const known = new Map(numbers.map((number) => [number, "cold"] as const));
  const members = await testReader({ client }).readMembers(group, known);
  expect(members.map(({ reading }) => reading?.thread.commandComments.map(({ id }) => id))).toEqual([[1], [1], [1]]);
  expect([log.queries.length, atOnce.most]).toEqual([4, 1]);
});

test("where known commands of all are too long for one answer, each is read alone", async () => {
  const log = answerFrom({
    repository: only(repository({ pullRequest: ({ number }: { number: number }) => pullRequest({ number }) })),
    nodes: ({ ids }: { ids: readonly string[] }) => ids.map((id) => comment(Number(id.slice(3)), { body: long })),
  });
  const client = testClient({ bounds: { headersMs: 10_000, totalMs: 10_000, bytes: 60_000 } });
  const place = { kind: "queued", numbers: [6, 7, 8] } as const;
  const known = new Map(place.numbers.map((number) => [number, [`IC_${number}0`, `IC_${number}1`]]));
  const members = await testReader({ client }).readMembers(
    { repository: here, configuration, place, checkRun: null },
    known,
  );
  const found = members.map(({ reading }) => reading?.thread.commandComments.map(({ id }) => id));
  expect(found).toEqual([
    [60, 61],
    [70, 71],
    [80, 81],
  ]);
  expect(log.queries).toHaveLength(2 + 3);
});

const long = `/outcome skip ${"x".repeat(15_000)}`;
