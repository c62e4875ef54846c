import { describe, expect, test } from "vitest";
import { renderCheckRun } from "../../../src/core/report/check-run.ts";
import { evaluate } from "../../../src/core/verdict/evaluate.ts";
import type { PullRequestOverrides } from "../../support/facts.ts";
import {
  advising,
  deadLink,
  hypothesis,
  issue,
  link,
  minutesAgo,
  noon,
  place,
  pullRequestFacts,
  requiring,
  settings,
  stated,
} from "../../support/facts.ts";

function checkRun(overrides: PullRequestOverrides, configured = advising) {
  const facts = pullRequestFacts({ ...overrides, policy: configured });
  return renderCheckRun(facts, evaluate(facts, configured), configured);
}

const good: PullRequestOverrides = {
  links: [link(issue("#12"), [], { kind: "keyword", quote: "Part of #12", closing: false })],
  says: {
    hypothesis: hypothesis("We believe tax in prices for buyers will end refunds."),
    metric: stated("refunds a week", place("Metric:", "field")),
  },
};

test("a pull request that is fine", () => {
  expect(checkRun(good)).toMatchInlineSnapshot(`
    {
      "conclusion": "success",
      "summary": "| This pull request … | Answer | Level | Where and what was found |
    | --- | --- | --- | --- |
    | links a problem | ✅&nbsp;yes | advised | #12, in the text: \`Part of #12\`. |
    | states the problem | – | noted | Not found: a sentence that says what goes wrong, and for whom. |
    | gives evidence | – | noted | Not found: feedback or data that can be checked. |
    | states a hypothesis | ✅&nbsp;yes | advised | Stated under \`Hypothesis\`: \`We believe tax in prices for buyers will end refunds.\` |
    | names a metric | ✅&nbsp;yes | noted | Stated at \`Metric:\`: \`refunds a week\` |
    | sets a window | – | noted | Not found: when the effect should show. The configured window is used. |

    <sub>Configured by \`.github/outcome.yml\` at \`c0ffeec0ff\`.</sub>",
      "text": "",
      "title": "Linked to #12, follow-up 14 days after merge",
    }
  `);
});

test("one without a problem, while advising: what to paste comes first", () => {
  expect(checkRun({})).toMatchInlineSnapshot(`
    {
      "conclusion": "neutral",
      "summary": "Put this line into the description, with your own words for those in capitals:

    \`\`\`text
    Part of #ISSUE
    \`\`\`

    Without the problem, nobody can tell later whether this change solved it. If no problem stands behind this change, write \`No outcome: REASON\` in the description.

    | This pull request … | Answer | Level | Where and what was found |
    | --- | --- | --- | --- |
    | links a problem | not&nbsp;yet | advised | No link to an issue was found: neither in GitHub's development links nor in the text (words such as \`Part of #12\`). |
    | states the problem | – | noted | Not found: a sentence that says what goes wrong, and for whom. |
    | gives evidence | – | noted | Not found: feedback or data that can be checked. |
    | states a hypothesis | not&nbsp;yet | advised | Not found: a sentence that says what this change is believed to do for users. |
    | names a metric | – | noted | Not found: what will be measured. |
    | sets a window | – | noted | Not found: when the effect should show. The configured window is used. |

    <sub>Configured by \`.github/outcome.yml\` at \`c0ffeec0ff\`.</sub>",
      "text": "",
      "title": "No problem is linked yet",
    }
  `);
});

test("one without a problem, where it is required: how to merge comes first", () => {
  const { conclusion, title, summary } = checkRun({}, requiring);
  expect({ conclusion, title }).toEqual({ conclusion: "failure", title: "No problem is linked yet" });
  expect(summary.split("\n\n").slice(0, 3).join("\n\n")).toMatchInlineSnapshot(`
    "**To merge now**, put these lines into the description, with your own words for those in capitals:

    \`\`\`text
    Part of #ISSUE
    We believe CHANGE for WHO will EFFECT because REASON.
    \`\`\`

    Without the problem, nobody can tell later whether this change solved it. If no problem stands behind this change, somebody with write access can write \`No outcome: REASON\` in the description."
  `);
});

test("one that is exempt says which exemption", () => {
  expect(checkRun({ pullRequest: { author: { login: "renovate", kind: "bot" } } }, requiring)).toMatchInlineSnapshot(`
    {
      "conclusion": "skipped",
      "summary": "Not asked: opened by the bot \`renovate\`.

    <sub>Configured by \`.github/outcome.yml\` at \`c0ffeec0ff\`.</sub>",
      "text": "",
      "title": "Not asked: opened by a bot",
    }
  `);
});

test("one that opted out says who and why", () => {
  expect(checkRun({ says: { optOut: stated("a typo in a comment") } })).toMatchInlineSnapshot(`
    {
      "conclusion": "neutral",
      "summary": "Opted out by \`ada\`, with the reason: \`a typo in a comment\`

    No follow-up will come for this pull request.

    <sub>Configured by \`.github/outcome.yml\` at \`c0ffeec0ff\`.</sub>",
      "text": "",
      "title": "Opted out, with a reason",
    }
  `);
});

test("one whose problem cannot be read, where it is required", () => {
  const { conclusion, title, summary } = checkRun({ links: [deadLink("acme/secret#5", "less-visible")] }, requiring);
  expect({ conclusion, title }).toEqual({
    conclusion: "action_required",
    title: "The linked problem could not be read here",
  });
  expect(summary.split("\n\n").slice(0, 4).join("\n\n")).toMatchInlineSnapshot(`
    "Whether this pull request links a problem could not be determined; the table says why. Link an issue that everybody who sees this pull request can read, or let \`problems.repositories\` list its repository.

    **To merge now**, put these lines into the description, with your own words for those in capitals:

    \`\`\`text
    Part of #ISSUE
    We believe CHANGE for WHO will EFFECT because REASON.
    \`\`\`

    Without the problem, nobody can tell later whether this change solved it. If no problem stands behind this change, somebody with write access can write \`No outcome: REASON\` in the description."
  `);
});

test("one whose problem cannot be read, while advising: which links can be", () => {
  const advice =
    "Link an issue that everybody who sees this pull request can read, or let `problems.repositories` list";
  expect(checkRun({ links: [deadLink("acme/secret#5", "unreadable")] }).summary).toContain(`says why. ${advice}`);
  expect(checkRun({ links: [deadLink("#5", "not-looked-up")] }).summary).not.toContain(advice);
  expect(checkRun({ links: [deadLink("#5", "unreachable")] }).summary).not.toContain(advice);
});

test("one for which GitHub did not answer", () => {
  const { conclusion, title, summary } = checkRun({ links: [deadLink("#12", "unreachable")] });
  expect({ conclusion, title }).toEqual({
    conclusion: "neutral",
    title: "GitHub did not answer for a link; it is asked again",
  });
  expect(summary).toContain("GitHub is asked again by itself.");
});

describe("the way out", () => {
  test.each([
    [{}, "write `No outcome: REASON` in the description."],
    [{ opt_out: { who: "write" } }, "somebody with write access can write `No outcome: REASON`"],
    [{ mode: "require" }, "somebody with write access can write `No outcome: REASON`"],
    [{ mode: "require", opt_out: { who: "anyone" } }, "write `No outcome: REASON` in the description."],
  ])("is told by whose opt-out counts: %o", (written, words) => {
    expect(checkRun({}, settings(written)).summary).toContain(`If no problem stands behind this change, ${words}`);
  });
});

test("which exemption or opt-out does not count is said", () => {
  const { summary } = checkRun({ pullRequest: { title: 'Revert "x"', authorRole: "read" } }, requiring);
  expect(summary).toContain("It would be exempt (a revert, by its title), but rules are required here");
});

describe("the files that configured it", () => {
  const own = { owner: "acme", name: "shop", path: ".github/outcome.yml", commit: "c0ffee1234567", visible: true };
  const organisation = { ...own, name: ".github", commit: null };

  test.each([
    [[own], "<sub>Configured by `.github/outcome.yml` at `c0ffee1234`.</sub>"],
    [
      [organisation, own],
      "<sub>Configured by `acme/.github/.github/outcome.yml`, then `.github/outcome.yml` at `c0ffee1234`.</sub>",
    ],
    [
      [{ ...organisation, visible: false }, own],
      "<sub>Configured by a file that cannot be shown here, then `.github/outcome.yml` at `c0ffee1234`.</sub>",
    ],
  ])("are named last, the hidden ones without a name: %#", (sources, words) => {
    expect(checkRun(good, { ...advising, sources }).summary.endsWith(`\n\n${words}`)).toBe(true);
  });
});

describe("what was believed", () => {
  test("is recorded at the merge of linked work", () => {
    const { text } = checkRun({ ...good, pullRequest: { state: "merged", mergedAt: noon } });
    expect(text).toMatch(
      /^Believed at the merge: `We believe .*`\. The follow-up is due on .*\.\n\nLater .*\n\n```json outcome-record\n\{/,
    );
    expect(text).toContain('"problem": "acme/shop#12"');
  });

  test.each([
    [{}, "It is measured by `carts`."],
    [{ baseline: "31 %", target: "25 %" }, "It is measured by `carts`, from `31 %` to `25 %`."],
    [{ target: "below 1 %" }, "It is measured by `carts`, with the target `below 1 %`."],
    [{ baseline: "31 %" }, "It is measured by `carts`, from `31 %`."],
  ])("is told with how it is measured: %o", (parts, words) => {
    const says = { hypothesis: hypothesis("We believe ...", { metric: "carts", ...parts }) };
    const { text } = checkRun({ ...good, says, pullRequest: { state: "merged", mergedAt: noon } });
    expect(text.split("\n")[0]).toContain(words);
  });

  test.each([
    [minutesAgo(4), true],
    [minutesAgo(6), false],
  ])("is told with an edit after the merge, since the text is read after it: %s", (editedAt, told) => {
    const { text } = checkRun({ ...good, pullRequest: { state: "merged", mergedAt: minutesAgo(5), editedAt } });
    expect(text.includes("`. The text was edited after the merge. ")).toBe(told);
  });

  test("names no day where the window starts at a release that nobody knows yet", () => {
    const { text } = checkRun(
      { ...good, pullRequest: { state: "merged", mergedAt: noon } },
      settings({ follow_up: { start: "release" } }),
    );
    expect(text).toContain("The follow-up is due 14 days after the first release that holds it.");
  });

  test.each<[string, PullRequestOverrides]>([
    ["it is open", good],
    ["nothing is linked", { pullRequest: { state: "merged", mergedAt: noon } }],
    [
      "it is exempt",
      { ...good, pullRequest: { state: "merged", mergedAt: noon, author: { login: "b", kind: "bot" } } },
    ],
  ])("is not recorded while %s", (_title, overrides) => {
    expect(checkRun(overrides).text).toBe("");
  });

  test("gives way to the reason where it opted out", () => {
    const merged = { pullRequest: { state: "merged", mergedAt: noon }, says: { optOut: stated("a typo") } } as const;
    expect(checkRun({ ...good, ...merged }).text).toMatch(/^Later edits .*\n\n```json outcome-opt-out\n\{/);
  });
});
