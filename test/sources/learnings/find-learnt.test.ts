import { describe, expect, test } from "vitest";
import type { Actor } from "../../../src/core/facts/actor.ts";
import { renderRecord } from "../../../src/core/follow-up/record.ts";
import { findLearnt } from "../../../src/sources/learnings/find-learnt.ts";
import type { CommandComment, LearningReading, ServedReading } from "../../../src/sources/ports.ts";
import { servedOn } from "../../support/follow-ups.ts";
import { minutesAgo, noon, reference, settings } from "../../support/facts.ts";
import { placeOf, smallGitHub } from "../../support/readings.ts";

const shop = { owner: "acme", name: "shop" };
const grace: Actor = { login: "grace", kind: "user" };
const olu: Actor = { login: "olu", kind: "user" };

function said(id: number, author: Actor): CommandComment {
  const plain = { createdAt: minutesAgo(1000 - id), edited: false, hidden: false, belongs: author === grace };
  return { id, nodeId: `IC_${id}`, body: `/outcome invalidated Note ${id}`, author, ...plain };
}

interface Given {
  /** The newest first. */
  readonly comments: readonly CommandComment[];
  readonly configured?: unknown;
  readonly served?: ServedReading;
  /** Where the index knows #34 to be followed up. */
  readonly home?: number;
}

/** What was learned on #12, which olu's #34 names. Grace alone has a role. */
async function find({ comments, configured = {}, served, home }: Given) {
  const { github, asked } = smallGitHub({ roles: { grace: "write" } });
  const readServed = async (_repository: unknown, numbers: readonly number[]) => {
    asked.push(`served ${numbers.map((number) => `#${number}`).join(" ")}`);
    return served === undefined ? [] : [served];
  };
  const repository = placeOf(shop, "public");
  const merged = [{ reference: reference("#34"), repository, author: olu }];
  const answer: LearningReading = { kind: "read", asked: reference("#12"), repository, comments, merged };
  const heardIndex = { homeOf: async () => home ?? null };
  const means = { github: { ...github, readServed }, heardIndex, policy: settings(configured), repository: shop };
  return { learnt: await findLearnt(answer, means), asked };
}

test("newer words of strangers do not hide what one of the repository's own people said", async () => {
  const strangers = Array.from({ length: 30 }, (_, at) => said(90 - at, { login: `stranger-${at}`, kind: "user" }));
  const { learnt, asked } = await find({ comments: [...strangers, said(2, grace)] });
  expect(learnt).toMatchObject({ note: "Note 2" });
  expect(asked.filter((one) => one.startsWith("role"))).toHaveLength(5);
});

test.each([
  ["maintain", null],
  ["off", null],
  ["anyone", "Note 9"],
])("who may is as it is configured: %s", async (invalidated, note) => {
  const { learnt } = await find({ comments: [said(9, grace)], configured: { commands: { invalidated } } });
  expect(learnt === null || learnt === "unknown" ? learnt : learnt.note).toBe(note);
});

describe("the word of who wrote what was merged for the problem, or a word that was said there", () => {
  const { record, ...rest } = servedOn(34, noon);
  const none = { mergeCommit: null, headSha: "a".repeat(40), labels: [], labelEvents: [], commandComments: [] };
  const served = (problem: string | null): ServedReading => {
    return { ...rest, ...none, author: olu, recordText: renderRecord({ ...record, problem }) };
  };

  test.each([
    ["counts, whatever their role", served("acme/shop#12"), "Note 9"],
    ["does not where it served another problem", served("acme/shop#13"), null],
    ["does not where it served none, and only names it", served(null), null],
    ["does not where no record is left of it", { ...served("acme/shop#12"), recordText: null }, null],
  ])("%s", async (_title, one, note) => {
    const { learnt, asked } = await find({ comments: [said(9, olu)], served: one });
    expect(learnt === null || learnt === "unknown" ? learnt : learnt.note).toBe(note);
    expect(asked).toEqual(["served #34", "role of olu"]);
  });

  test("counts by the index where its check is deleted", async () => {
    const deleted = { ...served("acme/shop#12"), recordText: null };
    expect((await find({ comments: [said(9, olu)], served: deleted, home: 12 })).learnt).toMatchObject({
      note: "Note 9",
    });
  });

  test("does not where a check that was made anew names another problem than the index, and nothing is read there", async () => {
    const { learnt, asked } = await find({ comments: [said(9, olu)], served: served("acme/shop#12"), home: 13 });
    expect([learnt, asked]).toEqual([null, ["role of olu"]]);
  });

  test.each([
    ["is the latest where it was said there last", said(9, grace), "Note 9"],
    ["is older than what was said on the problem since", said(3, grace), "Note 5"],
    ["is none where it is edited", { ...said(9, grace), edited: true }, "Note 5"],
    ["is none where it is hidden", { ...said(9, grace), hidden: true }, "Note 5"],
    ["is a stranger's without the right to it", said(9, { login: "sam", kind: "user" }), "Note 5"],
  ])("below what was merged for the problem %s", async (_title, there, note) => {
    const { learnt } = await find({
      comments: [said(5, grace)],
      served: { ...served("acme/shop#12"), commandComments: [said(1, grace), there] },
    });
    expect(learnt).toMatchObject({ note });
  });

  test("counts there where nothing is said on the problem, and not on what only names it", async () => {
    const commandComments = [said(9, grace)];
    const notes = await Promise.all(
      [served("acme/shop#12"), served("acme/shop#13")].map((one) =>
        find({ comments: [], served: { ...one, commandComments } }),
      ),
    );
    expect(notes.map(({ learnt }) => learnt)).toMatchObject([{ note: "Note 9", comment: 9 }, null]);
  });
});
