import { describe, expect, test } from "vitest";
import type { Actor } from "../../../src/core/facts/actor.ts";
import type { KnownRole } from "../../../src/core/facts/actor.ts";
import type { PullRequest } from "../../../src/core/facts/facts.ts";
import type { ReportSettings } from "../../../src/core/report/report-settings.ts";
import { evaluate, rolesNeeded } from "../../../src/core/verdict/evaluate.ts";
import { conclude, firstMissing } from "../../../src/core/verdict/verdict.ts";
import {
  ada,
  advising,
  fromTemplate,
  hollow,
  pullRequestFacts,
  requiring,
  settings,
  stated,
} from "../../support/facts.ts";

describe("an opt-out that was said by a command", () => {
  const grace: Actor = { login: "grace", kind: "user" };

  function judge(role: KnownRole, policy: ReportSettings, says = {}) {
    const optOut = { reason: "docs only", by: grace, role };
    return evaluate(pullRequestFacts({ said: { optOut }, says, pullRequest: { authorRole: "none" } }), policy);
  }

  test("counts for anybody while advising", () => {
    expect(judge("unread", advising)).toEqual({ kind: "opted-out", reason: "docs only", by: "grace" });
  });

  test.each<[KnownRole, boolean]>([
    ["unread", false],
    ["unknown", false],
    ["triage", false],
    ["write", true],
    ["admin", true],
  ])("where rules are required counts by who may write: %s", (role, counts) => {
    expect(judge(role, requiring).kind).toBe(counts ? "opted-out" : "judged");
  });

  test("counts beside one in the text that does not", () => {
    expect(judge("write", requiring, { optOut: stated("a typo") })).toMatchObject({ by: "grace" });
    expect(judge("none", advising, { optOut: hollow("TBD") })).toMatchObject({ by: "grace" });
  });

  test("leaves one in the text to count for itself", () => {
    const said = { optOut: { reason: "docs only", by: grace, role: "none" } } as const;
    const facts = pullRequestFacts({ said, says: { optOut: stated("a typo") }, pullRequest: { authorRole: "write" } });
    expect(evaluate(facts, requiring)).toMatchObject({ kind: "opted-out", reason: "a typo", by: "ada" });
  });

  test("asks for nobody's role besides", () => {
    const said = { optOut: { reason: "docs only", by: grace, role: "write" } } as const;
    expect(rolesNeeded(pullRequestFacts({ said, says: { optOut: stated("a typo") } }), requiring)).toEqual([]);
  });

  test("leaves open what is missing while GitHub does not say whether a command counts", () => {
    const verdict = evaluate(pullRequestFacts({ said: { undetermined: true } }), requiring);
    expect(conclude(verdict)).toBe("action_required");
    expect(firstMissing(verdict.kind === "judged" ? verdict.findings : [])).toBeNull();
    expect(verdict.kind === "judged" && verdict.remarks.map(({ markdown }) => markdown).join()).toContain(
      "GitHub did not say whether who gave it may do that here",
    );
  });
});

describe("an opt-out", () => {
  const says = { optOut: stated("a typo") };
  const grace: Actor = { login: "grace", kind: "user" };
  const bot: Actor = { login: "summaries", kind: "bot" };

  test("is shown with its reason and who wrote it", () => {
    expect(evaluate(pullRequestFacts({ says }), advising)).toEqual({ kind: "opted-out", reason: "a typo", by: "ada" });
  });

  test("is told as the last editor's, where somebody edited the text", () => {
    const bodyEditor = { actor: grace, role: "unread" } as const;
    expect(evaluate(pullRequestFacts({ says, pullRequest: { bodyEditor } }), advising)).toMatchObject({ by: "grace" });
  });

  test("stays the author's where only a bot edited the text", () => {
    const bodyEditor = { actor: bot, role: "unread" } as const;
    expect(evaluate(pullRequestFacts({ says, pullRequest: { bodyEditor } }), advising)).toMatchObject({ by: "ada" });
  });

  test("of an account that is gone is nobody's", () => {
    expect(evaluate(pullRequestFacts({ says, pullRequest: { author: null } }), advising)).toMatchObject({ by: null });
  });

  test.each<[string, Partial<PullRequest>, boolean]>([
    ["its author may write", { authorRole: "write", bodyEditor: null }, true],
    ["its author may only triage", { authorRole: "triage", bodyEditor: null }, false],
    ["nobody read the author's role", { authorRole: "unread", bodyEditor: null }, false],
    [
      "somebody with write access edited it last",
      { authorRole: "none", bodyEditor: { actor: grace, role: "maintain" } },
      true,
    ],
    ["an outsider edited it last", { authorRole: "admin", bodyEditor: { actor: ada, role: "none" } }, false],
    [
      "an account that is gone edited it last",
      { authorRole: "admin", bodyEditor: { actor: null, role: "none" } },
      false,
    ],
    [
      "a bot edited it last, the author may write",
      { authorRole: "write", bodyEditor: { actor: bot, role: "unread" } },
      true,
    ],
    [
      "a bot edited it last, the author may not",
      { authorRole: "read", bodyEditor: { actor: bot, role: "admin" } },
      false,
    ],
  ])("where rules are required counts by who may write: %s", (_title, ...[pullRequest, counts]) => {
    expect(evaluate(pullRequestFacts({ says, pullRequest }), requiring).kind).toBe(counts ? "opted-out" : "judged");
  });

  test("counts as configured, not by the mode", () => {
    const outsider = pullRequestFacts({ says, pullRequest: { authorRole: "none" } });
    expect(evaluate(outsider, settings({ mode: "require", opt_out: { who: "anyone" } })).kind).toBe("opted-out");
    expect(evaluate(outsider, settings({ opt_out: { who: "write" } })).kind).toBe("judged");
  });

  test.each([
    ["without the right", stated("a typo"), "counts only when somebody with write access wrote it"],
    ["without a reason", hollow("TBD"), "without a reason it does not count"],
  ])("%s is told, and the rules are asked", (_title, optOut, words) => {
    const verdict = evaluate(pullRequestFacts({ says: { optOut }, pullRequest: { authorRole: "none" } }), requiring);
    expect(verdict.kind === "judged" && verdict.remarks.map(({ markdown }) => markdown).join()).toContain(words);
  });

  test("in the template's own words is not one, and nothing is said of it", () => {
    const verdict = evaluate(pullRequestFacts({ says: { optOut: fromTemplate("No outcome: REASON") } }), advising);
    expect(verdict).toMatchObject({ kind: "judged", remarks: [] });
  });

  test("comes after an exemption", () => {
    expect(evaluate(pullRequestFacts({ says, pullRequest: { draft: true } }), advising).kind).toBe("exempt");
  });
});
