import { expect, test } from "vitest";
import type { ObservedLabelEvent, ObservedThread } from "../../../src/core/follow-up/observed-follow-up.ts";
import type { LabelKey } from "../../../src/core/follow-up/labels.ts";
import { planThreadLabels } from "../../../src/core/plan/plan-thread-labels.ts";
import { homeOf, labels } from "../../support/follow-up-world.ts";

const at = (text: string) => new Date(`2026-${text}Z`);

function event(kind: ObservedLabelEvent["kind"], key: LabelKey, by: { at: Date; ours: boolean }): ObservedLabelEvent {
  return { kind, name: labels[key].name, ...by };
}

function plan(shown: Pick<ObservedThread, "labels" | "labelEvents">, label: LabelKey | null, since: Date) {
  const writes = planThreadLabels(
    { reference: homeOf, ...shown },
    { reference: homeOf, label, since, answered: [] },
    labels,
  );
  return writes.map((write) => ("name" in write ? `${write.kind} ${write.name}` : write.kind));
}

const pending = event("labelled", "pending", { at: at("03-02T09:00"), ours: true });
const taken = event("unlabelled", "pending", { at: at("03-03T09:00"), ours: false });

test("what somebody took off is not put back, and what follows it is put on where that cancelled nothing", () => {
  const shown = { labels: [], labelEvents: [pending, taken] };
  expect(plan(shown, "pending", at("03-02T09:00"))).toEqual([]);
  expect(plan(shown, "due", at("03-02T09:00"))).toEqual(["add-label outcome: due"]);
});

test("what is taken back once more says so again, though somebody took the label off the first time", () => {
  const first = event("labelled", "reverted", { at: at("03-02T09:00"), ours: true });
  const off = event("unlabelled", "reverted", { at: at("03-03T09:00"), ours: false });
  const shown = { labels: ["outcome: pending"], labelEvents: [first, off, pending] };
  expect(plan(shown, "reverted", at("03-02T09:00"))).toEqual(["remove-label outcome: pending"]);
  expect(plan(shown, "reverted", at("03-04T09:00"))).toEqual([
    "add-label outcome: reverted",
    "remove-label outcome: pending",
  ]);
});

test("where all was cancelled, a label that somebody puts on afterwards stays theirs", () => {
  const byHand = event("labelled", "pending", { at: at("03-04T09:00"), ours: false });
  expect(plan({ labels: ["outcome: pending"], labelEvents: [pending, byHand] }, null, at("03-02T09:00"))).toEqual([]);
});
