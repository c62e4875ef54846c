import { expect, test } from "vitest";
import {
  renderProblemComment,
  renderPullRequestComment,
  renderSettledComment,
} from "../../../src/core/report/comment.ts";
import { hasStickyMarker, stickyMarker } from "../../../src/core/report/marker.ts";
import { evaluate, evaluateProblem } from "../../../src/core/verdict/evaluate.ts";
import type { Finding } from "../../../src/core/verdict/verdict.ts";
import { firstMissing } from "../../../src/core/verdict/verdict.ts";
import {
  advising,
  hollow,
  issue,
  link,
  nothingStated,
  place,
  problemFacts,
  pullRequestFacts,
  requiring,
  stated,
} from "../../support/facts.ts";

const { commands } = advising;

function missing(configured = advising): Finding {
  const verdict = evaluate(pullRequestFacts(), configured);
  const finding = verdict.kind === "judged" ? firstMissing(verdict.findings) : null;
  if (finding === null) throw new Error("Nothing is missing.");
  return finding;
}

test("the comment on a pull request, while advising", () => {
  expect(renderPullRequestComment(missing(), { optOut: "anyone", commands, candidates: [] })).toMatchInlineSnapshot(`
    "<!-- outcome-link:sticky -->
    ### Which problem does this solve?

    No link to an issue was found: neither in GitHub's development links nor in the text (words such as \`Part of #12\`).

    Put this line into the description, with your own words for those in capitals:

    \`\`\`text
    Part of #ISSUE
    \`\`\`

    Without the problem, nobody can tell later whether this change solved it.

    This is advice; you can merge without it. If no problem stands behind this change, write \`No outcome: REASON\` in the description.

    A comment does the same: \`/outcome link #ISSUE\`, or \`/outcome skip REASON\`.

    <sub>This comment is edited in place, and hidden once nothing is missing.</sub>"
  `);
});

test("problems that look related stand behind the first missing part, each as a line to paste", () => {
  const candidates = [
    { number: 102, title: "Double bookings @ada fixes #4" },
    { number: 7, title: "Two `clicks`\n- one booking" },
  ];
  const lines = renderPullRequestComment(missing(), { optOut: "anyone", commands, candidates }).split("\n\n");
  expect(lines.slice(3, 7)).toMatchInlineSnapshot(`
    [
      "\`\`\`text
    Part of #ISSUE
    \`\`\`",
      "Without the problem, nobody can tell later whether this change solved it.",
      "These open problems look related, by their words. If one of them is it, put its line into the description:",
      "- \`Part of #102\`: \`Double bookings @ada fixes #4\`
    - \`Part of #7\`: \`\`Two \`clicks\` - one booking\`\`",
    ]
  `);
  const one = renderPullRequestComment(missing(), { optOut: "anyone", commands, candidates: candidates.slice(0, 1) });
  expect(one).toContain("This open problem looks related, by its words. If it is the one, put its line");
});

test("the comment quotes a result that the text names, and asks for the whole line", () => {
  const effect = stated("Receipts print twice as fast.", place("Receipts", "line"));
  const verdict = evaluate(pullRequestFacts({ links: [link(issue("#12"))], says: { effect } }), advising);
  const finding = verdict.kind === "judged" ? firstMissing(verdict.findings) : null;
  if (finding === null) throw new Error("Nothing is missing.");
  expect(renderPullRequestComment(finding, { optOut: "anyone", commands, candidates: [] }).split("\n\n").slice(0, 4))
    .toMatchInlineSnapshot(`
    [
      "<!-- outcome-link:sticky -->
    ### What do we believe this will do for users?",
      "The text names a result for users: \`Receipts print twice as fast.\`. That is a start: as a hypothesis it says what could turn out false.",
      "Put this line into the description, with your own words for those in capitals:",
      "\`\`\`text
    We believe CHANGE for WHO will EFFECT because REASON.
    \`\`\`",
    ]
  `);
});

test("the comment on a pull request, where it is required", () => {
  expect(renderPullRequestComment(missing(requiring), { optOut: "write", commands, candidates: [] }))
    .toMatchInlineSnapshot(`
      "<!-- outcome-link:sticky -->
      ### Which problem does this solve?

      No link to an issue was found: neither in GitHub's development links nor in the text (words such as \`Part of #12\`).

      Put this line into the description, with your own words for those in capitals:

      \`\`\`text
      Part of #ISSUE
      \`\`\`

      Without the problem, nobody can tell later whether this change solved it.

      Required before the merge. If no problem stands behind this change, somebody with write access can write \`No outcome: REASON\` in the description.

      A comment does the same: \`/outcome link #ISSUE\`, or with write access \`/outcome skip REASON\`.

      <sub>This comment is edited in place, and hidden once nothing is missing.</sub>"
    `);
});

test("the comment on a problem quotes what stands there", () => {
  const statements = { ...nothingStated, problem: hollow("see title", place("What happens?")) };
  const [finding] = evaluateProblem(problemFacts(issue("#12", { statements })), advising);
  expect(finding && renderProblemComment(finding)).toMatchInlineSnapshot(`
    "<!-- outcome-link:sticky -->
    ### What is the user's actual problem?

    What stands under \`What happens?\` says nothing yet: \`see title\`.

    Put this line into the description, with your own words for those in capitals:

    \`\`\`text
    Problem: WHO cannot DO WHAT, because WHAT HAPPENS
    \`\`\`

    A solution can only be judged against the difficulty that users have.

    It helps whoever takes this up; nothing waits for it. The author may answer in a comment as well.

    <sub>This comment is edited in place, and hidden once nothing is missing.</sub>"
  `);
});

test("the comment once all is well", () => {
  expect(renderSettledComment("Linked to #12, follow-up 14 days after merge")).toMatchInlineSnapshot(`
    "<!-- outcome-link:sticky -->
    Linked to #12, follow-up 14 days after merge."
  `);
});

test("the marker is known at the start of a comment only: further on it was quoted", () => {
  expect(hasStickyMarker(renderSettledComment("x"))).toBe(true);
  expect(hasStickyMarker(`> ${stickyMarker}`)).toBe(false);
  expect(hasStickyMarker(` ${stickyMarker}`)).toBe(false);
});
