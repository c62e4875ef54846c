import { describe, expect, test } from "vitest";
import type { ObservedCheckRun } from "../../../src/core/facts/observed.ts";
import { renderOptOut } from "../../../src/core/follow-up/opt-out-record.ts";
import { recordedNumbers, renderRecord } from "../../../src/core/follow-up/record.ts";
import { untouched } from "../../../src/core/plan/desired.ts";
import { planWrites } from "../../../src/core/plan/plan-writes.ts";
import { longestText } from "../../../src/core/report/cut.ts";
import { noon, nothingObserved } from "../../support/facts.ts";

const headSha = "a".repeat(40);
const answer = { conclusion: "neutral", title: "Title", summary: "Summary" } as const;

function recordOf(pullRequest: string, believed: string | null = null): string {
  return renderRecord({
    version: 1,
    pull_request: pullRequest,
    problem: null,
    believed,
    exploring: null,
    metric: null,
    baseline: null,
    target: null,
    window_days: 14,
    merged_at: noon.toISOString(),
    edited_after_merge: false,
    due_at: noon.toISOString(),
  });
}

const [ofSeven, ofNine] = [`Believed: A.\n\n${recordOf("acme/shop#7")}`, `Believed: B.\n\n${recordOf("acme/shop#9")}`];

function shown(text: string, over: Partial<ObservedCheckRun> = {}): ObservedCheckRun {
  return { id: 5, completed: true, ...answer, text, ...over };
}

function textWritten(observed: ObservedCheckRun, kind: "set" | "record", text: string): string | null {
  const desired = { ...untouched, checkRun: { kind, headSha, content: { ...answer, text } } };
  const [write] = planWrites({ ...nothingObserved, checkRun: observed }, desired, noon);
  return write?.kind === "update-check-run" ? write.content.text : null;
}

describe("what was believed at a merge", () => {
  test.each([
    ["as it was written", ofSeven],
    ["with GitHub's line ends", ofSeven.replaceAll("\n", "\r\n")],
  ])("outlives another answer for the same commit, %s", (_title, text) => {
    expect(textWritten(shown(text, { title: "Other" }), "set", "")).toBe(ofSeven);
    expect(textWritten(shown(text), "set", "")).toBeNull();
  });

  test("stands beside what was believed at the merge of another pull request", () => {
    const both = textWritten(shown(ofSeven), "record", ofNine);
    expect(both).toBe(`${ofSeven}\n\n${ofNine}`);
    expect(recordedNumbers(both ?? "")).toEqual([7, 9]);
    expect(textWritten(shown(both ?? ""), "record", ofNine)).toBeNull();
    expect(textWritten(shown(both ?? ""), "record", ofSeven)).toBeNull();
  });

  test("is not recorded again under the repository's new name", () => {
    expect(textWritten(shown(ofSeven), "record", recordOf("acme/store#7"))).toBeNull();
  });

  test("is left out where it has no room beside another's", () => {
    const long = recordOf("acme/shop#7", "x".repeat(longestText / 2));
    expect(textWritten(shown(long), "record", recordOf("acme/shop#9", "x".repeat(longestText / 2)))).toBeNull();
    expect(textWritten(shown(long), "record", ofNine)).toContain(ofNine);
  });

  test("is all that is kept of a text", () => {
    expect(textWritten(shown("Something else."), "set", "")).toBe("");
  });
});

describe("why a merged pull request opted out", () => {
  const optOut = renderOptOut({ owner: "acme", name: "shop", number: 7 }, "A typo");

  test("is recorded once, and outlives other answers for the same commit", () => {
    expect(textWritten(shown(""), "record", optOut)).toBe(optOut);
    expect(textWritten(shown(optOut), "record", optOut.replace("A typo", "Another reason"))).toBeNull();
    expect(textWritten(shown(optOut), "set", "")).toBeNull();
    expect(textWritten(shown(optOut), "record", ofNine)).toBe(`${optOut}\n\n${ofNine}`);
    expect(recordedNumbers(`${optOut}\n\n${ofNine}`)).toEqual([9, 7]);
  });

  test("gives way to what was believed, and never the other way round", () => {
    const linkedLater = textWritten(shown(optOut), "record", ofSeven);
    expect(linkedLater).toBe(`${optOut}\n\n${ofSeven}`);
    expect(recordedNumbers(linkedLater ?? "")).toEqual([7]);
    expect(textWritten(shown(linkedLater ?? ""), "record", optOut)).toBeNull();
    expect(textWritten(shown(ofSeven), "record", optOut)).toBeNull();
  });
});
