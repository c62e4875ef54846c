import { expect, test } from "vitest";
import { desireWithdrawn } from "../../../src/core/plan/desire-withdrawn.ts";
import { settled, untouched } from "../../../src/core/plan/desired.ts";

const headSha = "a".repeat(40);

function run(conclusion: string) {
  return { id: 1, completed: true, conclusion, title: "", summary: "", text: "" };
}

test.each(["failure", "action_required"])("a check that says %s is answered, and the comment hidden", (conclusion) => {
  expect(desireWithdrawn({ state: "open", headSha, checkRun: run(conclusion) })).toMatchObject({
    checkRun: { kind: "set", headSha, content: { conclusion: "neutral" } },
    comment: { kind: "settled" },
  });
});

test.each(["success", "neutral", "skipped"])("a check that says %s is left as it stands", (conclusion) => {
  expect(desireWithdrawn({ state: "open", headSha, checkRun: run(conclusion) })).toEqual(settled);
});

test.each(["closed", "merged"] as const)("nothing is touched on one that is %s", (state) => {
  expect(desireWithdrawn({ state, headSha, checkRun: run("failure") })).toEqual(untouched);
});
