import { expect, test } from "vitest";
import { desireGivenUp } from "../../../src/core/plan/desire-given-up.ts";
import { untouched } from "../../../src/core/plan/desired.ts";
import { renderGivenUp } from "../../../src/core/report/given-up.ts";

const head = { headSha: "a".repeat(40), failing: "github", wasTold: true } as const;

test("it is told whose fault it was, and how to try again", () => {
  expect(renderGivenUp("github", "advises").summary).toContain("GitHub did not answer");
  const ours = renderGivenUp("ours", "requires").summary;
  expect(ours).toContain("An error of this app");
  expect(ours).toContain("no fault of this pull request");
  expect(ours).toContain("holds up the merge");
  expect(renderGivenUp("ours", "advises").summary).toContain("Nothing is held up");
  for (const text of [renderGivenUp("github", "advises").summary, ours]) expect(text).toContain("*Re-check*");
});

test("where GitHub refused, it is told who can help, and how", () => {
  const { title, summary } = renderGivenUp("refused", "requires");
  expect(title).toContain("GitHub refused");
  for (const words of ["no fault of this pull request", "permission", "whoever administers", "whoever runs this app"])
    expect(summary).toContain(words);
});

test.each([
  ["requires", true, "action_required"],
  ["requires", false, "action_required"],
  ["advises", true, "neutral"],
  ["advises", false, "neutral"],
  [null, true, "action_required"],
] as const)("where %s is asked and %s was told, the check is %s", (asks, wasTold, conclusion) => {
  const { checkRun } = desireGivenUp({ ...head, asks, wasTold });
  expect(checkRun.kind === "set" && checkRun.content.conclusion).toBe(conclusion);
});

test("who was never asked anything hears nothing", () => {
  expect(desireGivenUp({ ...head, asks: "nothing" })).toBe(untouched);
  expect(desireGivenUp({ ...head, asks: null, wasTold: false })).toBe(untouched);
});
