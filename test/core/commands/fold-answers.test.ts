import { expect, test } from "vitest";
import type { FollowUpStatement } from "../../../src/core/commands/command.ts";
import { foldAnswers } from "../../../src/core/commands/fold-answers.ts";
import type { GivenStatement } from "../../../src/core/commands/fold-said.ts";
import { ada, minutesAgo } from "../../support/facts.ts";

type Given = GivenStatement<FollowUpStatement>;

function given(statement: FollowUpStatement, at: Date, may: Given["may"] = "yes"): Given {
  return { statement, by: ada, role: "write", may, at };
}

const held = { kind: "outcome", outcome: "validated", note: "it held" } as const;
const failed = { kind: "outcome", outcome: "invalidated", note: "it did not" } as const;

test("every answer counts, with who gave it and when", () => {
  const [first, second] = [minutesAgo(9), minutesAgo(3)];
  expect(foldAnswers([given(held, first), given(failed, second)])).toEqual({
    answers: [
      { outcome: "validated", note: "it held", by: ada, at: first },
      { outcome: "invalidated", note: "it did not", by: ada, at: second },
    ],
    snoozes: [],
    undetermined: false,
  });
});

test("a question is put off from the time at which that was said", () => {
  const day = 86_400_000;
  const at = new Date("2026-03-02T10:00:00Z");
  const duration = { milliseconds: 14 * day, text: "2 weeks" };
  expect(foldAnswers([given({ kind: "snooze", duration }, at)]).snoozes).toEqual([
    { at, until: new Date("2026-03-16T10:00:00Z") },
  ]);
});

test("what may count adds nothing, and leaves it open", () => {
  expect(foldAnswers([given(held, minutesAgo(3), "unknown")])).toEqual({
    answers: [],
    snoozes: [],
    undetermined: true,
  });
});
