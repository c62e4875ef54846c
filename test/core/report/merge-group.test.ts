import { describe, expect, test } from "vitest";
import type { Member, Members } from "../../../src/core/report/merge-group.ts";
import { renderExpired, renderPassed, renderStopped, renderWaiting } from "../../../src/core/report/merge-group.ts";
import type { Conclusion } from "../../../src/core/verdict/verdict.ts";

function member(number: number, conclusion: Conclusion, title: string): Member {
  return { number, name: `Change ${number}`, content: { conclusion, title, summary: `The table of #${number}` } };
}

const good = member(11, "success", "Linked to #5, follow-up 14 days after merge");
const bad = member(12, "failure", "No problem is linked yet");
const unknown = member(13, "action_required", "The linked problem could not be read here");
const advised = member(14, "neutral", "No hypothesis is stated yet");

describe("a group that is stopped", () => {
  test("says why, and what to do now", () => {
    const { title, summary, text } = renderStopped([good, bad], [bad]);
    expect(`${title}\n\n${summary}\n\n${text}`).toMatchInlineSnapshot(`
      "#12 stops this merge group: no problem is linked yet

      This merge group was stopped because of #12 \`Change 12\`: no problem is linked yet.

      **To merge it**, do what the details below say, then queue it again. The others need no change.

      | Pull request | In this group | What its own check says now |
      | --- | --- | --- |
      | #11 \`Change 11\` | passes | Linked to #5, follow-up 14 days after merge |
      | #12 \`Change 12\` | **stops it** | No problem is linked yet |

      ### #12 \`Change 12\`

      The table of #12

      ### #11 \`Change 11\`

      The table of #11"
    `);
  });

  test("promises nothing of what is not known yet", () => {
    expect(renderStopped([good, bad], [bad]).summary).toContain("need no change");
    expect(renderStopped([good, bad, unknown], [bad]).summary).not.toContain("need no change");
  });

  test("by several names them all", () => {
    const { title, summary } = renderStopped([bad, { ...bad, number: 15, name: null }], [bad, { ...bad, number: 15 }]);
    expect(`${title}\n\n${summary}`).toMatchInlineSnapshot(`
      "#12 and #15 stop this merge group

      This merge group was stopped because of

      - #12 \`Change 12\`: no problem is linked yet.
      - #15 \`Change 12\`: no problem is linked yet.

      **To merge them**, do what the details below say of each, then queue them again.

      | Pull request | In this group | What its own check says now |
      | --- | --- | --- |
      | #12 \`Change 12\` | **stops it** | No problem is linked yet |
      | #15 | **stops it** | No problem is linked yet |"
    `);
  });
});

test("a group that waits says what for", () => {
  const { title, summary } = renderWaiting([good, unknown], { unknown: [unknown], listed: true });
  expect(`${title}\n\n${summary}`).toMatchInlineSnapshot(`
    "Waiting for an answer about #13

    Whether #13 may be merged could not be determined. GitHub is asked again by itself, for 10 minutes in all.

    | Pull request | In this group | What its own check says now |
    | --- | --- | --- |
    | #11 \`Change 11\` | passes | Linked to #5, follow-up 14 days after merge |
    | #13 \`Change 13\` | not known | The linked problem could not be read here |"
  `);
});

test("a group that was waited for in vain says why it fails", () => {
  const { conclusion, title, summary } = renderExpired([good, unknown], { unknown: [unknown], listed: true });
  expect(`${conclusion}: ${title}\n\n${summary}`).toMatchInlineSnapshot(`
    "failure: #13 could not be determined in 10 minutes

    Whether #13 may be merged could not be determined. It was asked for 10 minutes, and what is not known does not pass here.

    **To merge**, see in the details below what could not be read, then queue the pull requests again.

    | Pull request | In this group | What its own check says now |
    | --- | --- | --- |
    | #11 \`Change 11\` | passes | Linked to #5, follow-up 14 days after merge |
    | #13 \`Change 13\` | not known | The linked problem could not be read here |"
  `);
  const unlisted = renderExpired([good], { unknown: [good], listed: false });
  expect(`${unlisted.conclusion}: ${unlisted.title}\n\n${unlisted.summary}`).toMatchInlineSnapshot(`
    "failure: GitHub did not list this merge group in 10 minutes

    Which pull requests are in this merge group could not be determined: GitHub's queue does not list it. It was asked for 10 minutes, and what is not known does not pass here.

    **To merge**, queue the pull requests again.

    | Pull request | In this group | What its own check says now |
    | --- | --- | --- |
    | #11 \`Change 11\` | passes | Linked to #5, follow-up 14 days after merge |"
  `);
});

test.each<{ members: Members; told: string }>([
  { members: [good], told: "success: #11: Linked to #5, follow-up 14 days after merge" },
  { members: [good, good], told: "success: Nothing stops these 2 pull requests" },
  { members: [good, advised], told: "neutral: Nothing stops these 2 pull requests; see #14" },
])("a group that passes: $told", ({ members, told }) => {
  const { conclusion, title } = renderPassed(members);
  expect(`${conclusion}: ${title}`).toBe(told);
});

describe("foreign and long texts", () => {
  test("a title can break neither the table nor the page, and mentions nobody", () => {
    const name = "a | b @ada fixes #1 <img src=x> ```";
    const { summary, text } = renderStopped([{ ...bad, name }], [{ ...bad, name }]);
    expect(summary).toContain("#12 ```` a \\| b @ada fixes #1 <img src=x> ``` ````");
    expect(text).toContain("### #12 ```` a | b @ada fixes #1 <img src=x> ``` ````");
  });

  test("what stops the group is told first, and what GitHub has no room for is left out", () => {
    const long = { ...good, content: { ...good.content, summary: "A line of a table\n".repeat(9000) } };
    const { text } = renderStopped([long, bad], [bad]);
    expect(text.startsWith("### #12 `Change 12`\n\nThe table of #12")).toBe(true);
    expect(text.length).toBeLessThanOrEqual(65_535);
  });
});
