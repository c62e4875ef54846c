import { describe, expect, test } from "vitest";
import { desirePullRequest } from "../../../src/core/plan/desire-pull-request.ts";
import { settled, untouched } from "../../../src/core/plan/desired.ts";
import { evaluate } from "../../../src/core/verdict/evaluate.ts";
import type { PullRequestOverrides } from "../../support/facts.ts";
import {
  deadLink,
  hiddenLink,
  hypothesis,
  issue,
  link,
  minutesAgo,
  policy,
  pullRequestFacts,
  settings,
  stated,
} from "../../support/facts.ts";

function desire(overrides: PullRequestOverrides = {}, written: unknown = {}) {
  const configured = settings(written);
  const facts = pullRequestFacts({ ...overrides, policy: configured });
  return desirePullRequest(facts, evaluate(facts, configured), configured);
}

const linked = [link(issue("#12"))];
const good: PullRequestOverrides = { links: linked, says: { hypothesis: hypothesis("We believe ...") } };
const adopted = (minutes: number) => ({ repository: { configuredAt: minutesAgo(minutes) } });

describe("an open pull request", () => {
  test("has a check on its head, whatever else", () => {
    const headSha = "b".repeat(40);
    expect(desire({ pullRequest: { headSha } }).checkRun).toMatchObject({ kind: "set", headSha });
    expect(desire({ pullRequest: { headSha, draft: true } }).checkRun).toMatchObject({ kind: "set", headSha });
  });

  test("has no label of ours", () => {
    expect(desire(good).labels).toEqual([]);
  });

  test.each<[string, PullRequestOverrides]>([
    ["nothing is missing", good],
    ["nothing is asked", { says: { optOut: stated("a typo") } }],
    ["something is missing", {}],
  ])("is looked at again while GitHub does not say whether a command counts, also where %s", (_title, overrides) => {
    expect(desire(overrides).retryAt).toBeNull();
    expect(desire({ ...overrides, said: { undetermined: true } }).retryAt).toEqual(minutesAgo(-1));
  });

  test("has the comment while something is missing", () => {
    expect(desire().comment).toMatchObject({
      kind: "shown",
      body: expect.stringContaining("Which problem does this solve?"),
    });
  });

  test.each<[string, PullRequestOverrides, unknown, string]>([
    ["is settled when nothing is missing", good, {}, "settled"],
    ["is settled for an exemption", { pullRequest: { draft: true } }, {}, "settled"],
    ["is settled for an opt-out", { says: { optOut: stated("a typo") } }, {}, "settled"],
    ["stands as it is while a link cannot be read", { links: [deadLink("#9", "unreadable")] }, {}, "as-it-is"],
    ["stands as it is where comments are switched off", {}, { comments: { when: "never" } }, "as-it-is"],
    ["is shown when nothing is missing, where it always is", good, { comments: { when: "always" } }, "shown"],
    [
      "is settled for an exemption, even where it always is shown",
      { pullRequest: { draft: true } },
      { comments: { when: "always" } },
      "settled",
    ],
    ["stands as it is on adoption day", adopted(30), {}, "as-it-is"],
    ["is shown once the author came back after adoption", adopted(90), {}, "shown"],
    ["is shown where nobody knows when the configuration came", { repository: { configuredAt: null } }, {}, "shown"],
    ["is settled on adoption day too, when all is well", { ...good, ...adopted(30) }, {}, "settled"],
    [
      "is not written on adoption day where it always is shown",
      { ...good, ...adopted(30) },
      { comments: { when: "always" } },
      "settled",
    ],
  ])("whose comment %s", (_title, ...[overrides, written, kind]) => {
    expect(desire(overrides, written).comment.kind).toBe(kind);
  });

  test.each([
    ["the author's last touch", { touchedAt: minutesAgo(1), readyAt: minutesAgo(60) }, 1],
    ["when it became ready", { touchedAt: minutesAgo(60), readyAt: minutesAgo(1) }, -4],
  ])("is left in peace for the grace after %s", (_title, pullRequest) => {
    const { comment } = desire({ pullRequest }, { comments: { grace: "5 minutes" } });
    expect(comment).toMatchObject({ kind: "shown", from: minutesAgo(-4) });
  });

  test("is looked at again where GitHub did not answer, and only then", () => {
    expect(desire({ links: [deadLink("#9", "unreachable")] }).retryAt).toEqual(minutesAgo(-1));
    expect(desire({ links: [deadLink("#9", "unreadable")] }).retryAt).toBeNull();
    expect(desire({ links: [deadLink("#9", "unreachable"), ...linked], says: good.says ?? {} }).retryAt).toEqual(
      minutesAgo(-1),
    );
  });
});

test("a pull request that was closed without a merge is left as it is", () => {
  expect(desire({ pullRequest: { state: "closed" } })).toEqual(untouched);
});

describe("a merged pull request", () => {
  const merged = { state: "merged", mergedAt: minutesAgo(3) } as const;

  test("that is linked is followed up: the label, and the record in its last check", () => {
    const { checkRun, comment, labels } = desire({ ...good, pullRequest: merged });
    expect(checkRun).toMatchObject({ kind: "record", content: { text: expect.stringContaining("outcome-record") } });
    expect(comment).toEqual({ kind: "settled" });
    expect(labels).toEqual([policy.labels.pending]);
  });

  test("that is linked is followed up without a hypothesis as well: did it help?", () => {
    expect(desire({ links: linked, pullRequest: merged }).labels).toEqual([policy.labels.pending]);
  });

  test("whose listed problem fewer people may see is linked too", () => {
    const links = [hiddenLink("acme/secret#5")];
    const written = { problems: { repositories: ["acme/secret"] } };
    expect(desire({ links, pullRequest: merged }, written).labels).toEqual([policy.labels.pending]);
  });

  test.each<[string, PullRequestOverrides]>([
    ["is not linked", {}],
    ["may be linked to what nobody can read", { links: [deadLink("#12", "unreadable")] }],
  ])("that %s promises nothing, and is left as it is besides", (_title, overrides) => {
    const desired = desire({ ...overrides, pullRequest: merged }, { mode: "require" });
    expect(desired.checkRun).toMatchObject({
      kind: "instead-of-promise",
      content: {
        conclusion: "neutral",
        title: "Merged without a linked problem: nothing is followed up",
        summary: expect.not.stringMatching(/To merge now|Put /),
      },
    });
    expect({ ...desired, checkRun: untouched.checkRun }).toEqual(untouched);
  });

  test("that was merged before anybody configured anything is left as it is", () => {
    expect(desire({ links: linked, ...adopted(2), pullRequest: merged })).toEqual(untouched);
  });

  test("that is exempt is asked for nothing any more", () => {
    const author = { login: "b", kind: "bot" } as const;
    const desired = desire({ links: linked, pullRequest: { author, ...merged } });
    expect(desired.checkRun).toMatchObject({ kind: "instead-of-promise", content: { conclusion: "skipped" } });
    expect({ ...desired, checkRun: untouched.checkRun }).toEqual(settled);
  });

  test("that lacks its hypothesis keeps the comment that says so, and gets none", () => {
    expect(desire({ links: linked, pullRequest: merged }).comment).toEqual({ kind: "as-it-is" });
  });

  test("that opted out has its reason in its last check, and is not followed up", () => {
    const { checkRun, labels } = desire({ links: linked, says: { optOut: stated("a typo") }, pullRequest: merged });
    expect(checkRun).toMatchObject({ kind: "record", content: { text: expect.stringContaining("outcome-opt-out") } });
    expect(labels).toEqual([]);
  });

  test.each<[string, PullRequestOverrides]>([
    ["nothing is missing", good],
    ["something is missing", { links: linked }],
  ])("that may have opted out has no label until GitHub says so, also where %s", (_title, overrides) => {
    const says = { ...overrides.says, optOut: stated("a typo") };
    const pullRequest = { ...merged, authorRole: "unknown" } as const;
    const desired = desire({ ...overrides, says, pullRequest }, { mode: "require" });
    expect(desired).toEqual({ ...untouched, retryAt: minutesAgo(-1) });
  });

  test("for whose link GitHub did not answer is looked at again, or its follow-up would be lost", () => {
    const { labels, retryAt } = desire({ links: [deadLink("#12", "unreachable")], pullRequest: merged });
    expect({ labels, retryAt }).toEqual({ labels: [], retryAt: minutesAgo(-1) });
  });

  test("is pending, but its record waits while GitHub does not answer for a link that may state the rest", () => {
    const desired = desire({ links: [...linked, deadLink("#9", "unreachable")], pullRequest: merged });
    expect(desired).toEqual({ ...untouched, labels: [policy.labels.pending], retryAt: minutesAgo(-1) });
  });

  const off = { level: "off" };
  const rules = { "sets-window": off, "states-problem": off, "gives-evidence": off, "weighs-alternatives": off };
  const whole = { hypothesis: hypothesis("We believe ..."), metric: stated("refunds a week") };

  test("is recorded at once when no answer about another link could add to it", () => {
    const links = [...linked, deadLink("#9", "unreachable")];
    const desired = desire({ links, says: whole, pullRequest: merged }, { rules });
    expect(desired).toMatchObject({ checkRun: { kind: "record" }, labels: [policy.labels.pending], retryAt: null });
  });

  test("is not recorded for one problem while another may be behind the link before it", () => {
    const links = [deadLink("#9", "unreachable"), ...linked];
    const desired = desire({ links, says: whole, pullRequest: merged }, { rules });
    expect(desired).toEqual({ ...untouched, labels: [policy.labels.pending], retryAt: minutesAgo(-1) });
  });

  test("whose merge closed the problem is followed up, where only open problems count", () => {
    const links = [link(issue("#12", { state: "closed" }))];
    const desired = desire({ links, pullRequest: merged }, { problems: { state: "open" } });
    expect(desired.labels).toEqual([policy.labels.pending]);
  });

  test.each(["Outcome: Due", "outcome: validated", "outcome: reverted"])(
    "that already is %s is not pending any more",
    (label) => {
      expect(desire({ ...good, pullRequest: { ...merged, labels: [label] } }).labels).toEqual([]);
    },
  );
});
