import { expect, onTestFinished, test } from "vitest";
import { labelsSchema } from "../../src/core/follow-up/labels.ts";
import { findAnswered } from "../../src/jobs/find-answered-home.ts";
import { followUpIndex } from "../../src/queue/known-follow-ups.ts";
import { summaryOf } from "../support/board.ts";
import { openTestStore } from "../support/store.ts";

const repository = { id: 70, owner: "acme", name: "shop" };
const thread = { installation: 7, repository, number: 7 };
const home = { ...thread, on: "problem" } as const;
const job = { ...home, kind: "run-command", comment: "IC_900", commentId: 900 } as const;

test("what was answered has come to an end, but for what was merged since the last look", async () => {
  const store = await openTestStore();
  onTestFinished(() => store.close());
  const followUps = followUpIndex(store);
  const find = () =>
    findAnswered({ job, thread: { labels: [] }, labels: labelsSchema.parse({}), tools: { followUps } });
  await followUps.noteServed(home, 12);
  const summary = summaryOf(7, [{ state: "validated", served: [12] }]);
  await followUps.note(home, { nextAt: null, waits: false, summary });
  expect((await find()).ended).toBe("answered");
  await followUps.noteServed(home, 15);
  expect((await find()).ended).toBe(null);
});

test("what bears a label of ours may be followed up unknown to a new store; what bears none is not", async () => {
  const store = await openTestStore();
  onTestFinished(() => store.close());
  const find = (...on: readonly string[]) =>
    findAnswered({
      job,
      thread: { labels: on },
      labels: labelsSchema.parse({}),
      tools: { followUps: followUpIndex(store) },
    });
  expect(await find("bug", "Outcome: due")).toMatchObject({ home: null, followedUp: true, mayBeUnknown: true });
  expect(await find("bug")).toMatchObject({ home: null, followedUp: false, mayBeUnknown: false });
});
