import { describe, expect, test } from "vitest";
import type { Observed, ObservedCheckRun, ObservedComment } from "../../../src/core/facts/observed.ts";
import { renderRecord } from "../../../src/core/follow-up/record.ts";
import type { Desired, DesiredCheckRun, DesiredComment } from "../../../src/core/plan/desired.ts";
import { settled, untouched } from "../../../src/core/plan/desired.ts";
import { nextLook, planWrites } from "../../../src/core/plan/plan-writes.ts";
import type { CheckRunContent } from "../../../src/core/report/check-run.ts";
import { renderGivenUp } from "../../../src/core/report/given-up.ts";
import { comment, minutesAgo, noon, nothingObserved, policy } from "../../support/facts.ts";

const later = new Date(noon.getTime() + 60_000);
const headSha = "a".repeat(40);
const { pending } = policy.labels;

/** The kinds of writes, in their order. */
function plan(observed: Partial<Observed>, desired: Partial<Desired>): readonly string[] {
  return planWrites({ ...nothingObserved, ...observed }, { ...untouched, ...desired }, noon).map(({ kind }) => kind);
}

describe("the check run", () => {
  const content: CheckRunContent = { conclusion: "neutral", title: "Title", summary: "One\nTwo", text: "" };
  const shown: ObservedCheckRun = { id: 5, completed: true, ...content };
  const record = renderRecord({
    version: 1,
    pull_request: "acme/shop#7",
    problem: null,
    believed: null,
    exploring: null,
    metric: null,
    baseline: null,
    target: null,
    window_days: 14,
    merged_at: noon.toISOString(),
    edited_after_merge: false,
    due_at: noon.toISOString(),
  });
  const set: DesiredCheckRun = { kind: "set", headSha, content };
  const recorded: DesiredCheckRun = { kind: "record", headSha, content: { ...content, text: record } };

  const instead: DesiredCheckRun = { kind: "instead-of-promise", headSha, content };
  const promise = { ...shown, title: "Linked to #12, follow-up 14 days after merge" };

  test.each<[string, ObservedCheckRun | null, DesiredCheckRun, readonly string[]]>([
    ["none, none wanted", null, { kind: "as-it-is" }, []],
    ["one, left as it is", shown, { kind: "as-it-is" }, []],
    ["none, one wanted", null, set, ["create-check-run"]],
    ["the same", shown, set, []],
    ["the same with GitHub's line ends", { ...shown, summary: "One\r\nTwo\n" }, set, []],
    ["not completed", { ...shown, completed: false, conclusion: null }, set, ["update-check-run"]],
    ["another conclusion", { ...shown, conclusion: "success" }, set, ["update-check-run"]],
    ["another title", { ...shown, title: "Other" }, set, ["update-check-run"]],
    ["another summary", { ...shown, summary: "Other" }, set, ["update-check-run"]],
    ["another text", { ...shown, text: "Other" }, set, ["update-check-run"]],
    ["none, the record wanted", null, recorded, ["create-check-run"]],
    ["one without the record", shown, recorded, ["update-check-run"]],
    ["one that records already, whatever else is wanted now", { ...shown, text: `Other.\n\n${record}` }, recorded, []],
    [
      "one that records already, with GitHub's line ends",
      { ...shown, text: record.replaceAll("\n", "\r\n") },
      recorded,
      [],
    ],
    ["none, no promise to be taken back", null, instead, []],
    ["one that promises nothing", { ...shown, title: "No problem is linked yet" }, instead, []],
    ["one that promises a follow-up", promise, instead, ["update-check-run"]],
    [
      "one that promises to ask again",
      { ...shown, title: "GitHub did not answer for a role; it is asked again" },
      instead,
      ["update-check-run"],
    ],
    [
      "one that promises to try again",
      { ...shown, title: renderGivenUp("github", "advises").title },
      instead,
      ["update-check-run"],
    ],
    ["one that promises what is recorded", { ...promise, text: record }, instead, []],
  ])("%s", (_title, ...[checkRun, desired, expected]) => {
    expect(plan({ checkRun }, { checkRun: desired })).toEqual(expected);
  });

  test("is written for the commit that was judged, or where it stands", () => {
    expect(planWrites(nothingObserved, { ...untouched, checkRun: set }, noon)).toEqual([
      { kind: "create-check-run", headSha, content },
    ]);
    const other = { ...nothingObserved, checkRun: { ...shown, title: "Other" } };
    expect(planWrites(other, { ...untouched, checkRun: set }, noon)).toEqual([
      { kind: "update-check-run", id: 5, content },
    ]);
  });
});

describe("a label", () => {
  const name = pending.name;

  test.each<[string, Partial<Observed["labels"]>, readonly string[]]>([
    ["is made and put on", {}, ["create-label", "add-label"]],
    ["is put on where the repository has it", { inRepository: [name] }, ["add-label"]],
    ["is put on where the repository has it in another case", { inRepository: [name.toUpperCase()] }, ["add-label"]],
    ["is there already", { onThread: ["ui", name] }, []],
    ["is there in another case", { onThread: [name.toUpperCase()] }, []],
    ["was taken off by a person", { removedByAPerson: [name], inRepository: [name] }, []],
    ["was taken off by a person in another case", { removedByAPerson: [name.toUpperCase()] }, []],
  ])("%s", (_title, ...[labels, expected]) => {
    expect(plan({ labels: { ...nothingObserved.labels, ...labels } }, { labels: [pending] })).toEqual(expected);
  });

  test("that nobody wants is left alone, ours or not", () => {
    expect(plan({ labels: { onThread: [name, "ui"], removedByAPerson: [], inRepository: [name] } }, {})).toEqual([]);
  });
});

describe("the comment", () => {
  const now: DesiredComment = { kind: "shown", body: "Ask", from: noon };
  const soon: DesiredComment = { kind: "shown", body: "Ask", from: later };
  const asIs: DesiredComment = { kind: "as-it-is" };
  const none: ObservedComment = { kind: "none" };
  const deleted: ObservedComment = { kind: "deleted-by-a-person" };
  const [shown, old] = [comment("Ask\r\n"), comment("Old")];
  const [ourHidden, ourOldHidden] = [comment("Ask", { hidden: "by-us" }), comment("Old", { hidden: "by-us" })];
  const theirHidden = comment("Old", { hidden: "by-a-person" });

  const table: readonly (readonly [string, ObservedComment, DesiredComment, readonly string[]])[] = [
    ["none, as it is", none, asIs, []],
    ["none, settled", none, settled.comment, []],
    ["none, to be shown", none, now, ["create-comment"]],
    ["none, within the grace", none, soon, []],
    ["shown, as it is", old, asIs, []],
    ["shown, settled", old, settled.comment, ["minimise-comment"]],
    ["shown, the same", shown, now, []],
    ["shown, with other words", old, now, ["update-comment"]],
    ["shown, with other words within the grace", old, soon, ["update-comment"]],
    ["hidden by us, as it is", ourHidden, asIs, []],
    ["hidden by us, settled", ourHidden, settled.comment, []],
    ["hidden by us, needed again", ourHidden, now, ["restore-comment"]],
    ["hidden by us, needed again with other words", ourOldHidden, now, ["update-comment", "restore-comment"]],
    ["hidden by us, needed after the grace", ourHidden, soon, []],
    ["hidden by a person, needed", theirHidden, now, []],
    ["hidden by a person, settled", theirHidden, settled.comment, []],
    ["deleted by a person, needed", deleted, now, []],
    ["deleted by a person, settled", deleted, settled.comment, []],
  ];

  test.each(table)("%s", (_title, ...[observed, desired, expected]) => {
    expect(plan({ comment: observed }, { comment: desired })).toEqual(expected);
  });

  test.each([asIs, settled.comment, now])(
    "left by a create that failed after it was applied loses its twins: %o",
    (desired) => {
      const twins = plan({ comment: comment("Ask", { twins: [902, 903] }) }, { comment: desired });
      expect(twins.filter((kind) => kind === "delete-comment")).toHaveLength(2);
    },
  );

  test("is written after the check run and the labels: whoever reads it finds them", () => {
    const content: CheckRunContent = { conclusion: "neutral", title: "", summary: "", text: "" };
    const desired = { checkRun: { kind: "set", headSha, content }, comment: now, labels: [pending] } as const;
    expect(plan({}, desired)).toEqual(["create-check-run", "create-label", "add-label", "create-comment"]);
  });
});

describe("the next look", () => {
  const waiting: DesiredComment = { kind: "shown", body: "Ask", from: later };

  test.each<[string, ObservedComment, Partial<Desired>, Date | null]>([
    ["is not needed where nothing waits", { kind: "none" }, {}, null],
    ["comes at the end of the grace", { kind: "none" }, { comment: waiting }, later],
    [
      "comes at the end of the grace for one that we hid",
      comment("Ask", { hidden: "by-us" }),
      { comment: waiting },
      later,
    ],
    ["is not needed where the comment stands", comment("Ask"), { comment: waiting }, null],
    ["is not needed for one that a person hid", comment("Ask", { hidden: "by-a-person" }), { comment: waiting }, null],
    ["is not needed for one that a person deleted", { kind: "deleted-by-a-person" }, { comment: waiting }, null],
    ["is not needed where the grace is over", { kind: "none" }, { comment: { ...waiting, from: noon } }, null],
    ["comes when GitHub is asked again", { kind: "none" }, { retryAt: later }, later],
    ["comes at the first of two times", { kind: "none" }, { comment: waiting, retryAt: minutesAgo(-5) }, later],
  ])("%s", (_title, ...[observed, desired, expected]) => {
    expect(nextLook({ ...nothingObserved, comment: observed }, { ...untouched, ...desired }, noon)).toEqual(expected);
  });
});
