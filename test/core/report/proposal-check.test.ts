import { describe, expect, test } from "vitest";
import { md } from "../../../src/core/markdown/markdown.ts";
import type { CheckRunContent } from "../../../src/core/report/check-run.ts";
import type { Misconfiguration } from "../../../src/core/report/misconfiguration.ts";
import { addProposal, renderProposalAlone, renderRepair } from "../../../src/core/report/proposal-check.ts";
import type { InvalidProposal, ValidProposal } from "../../../src/core/report/proposal.ts";
import type { Conclusion } from "../../../src/core/verdict/verdict.ts";
import { liveParts } from "../../support/github-markdown.ts";

const repository = { owner: "acme", name: "shop", defaultBranch: "main" };
const advises = { repository, baseBranch: "main", policy: "advises" } as const;
const requires = { ...advises, policy: "requires" } as const;

const valid: ValidProposal = {
  kind: "valid",
  outcome: "configures",
  edits: [],
  unchecked: null,
  brokenElsewhere: false,
  changesMore: false,
};
const own: Misconfiguration = {
  owner: "acme",
  name: "shop",
  visible: true,
  path: ".github/outcome.yml",
  line: 3,
  column: 7,
  message: md`${"modes"} is not a key.`,
};
const invalid: InvalidProposal = { kind: "invalid", problems: [own], requires: false };

function content(conclusion: Conclusion): CheckRunContent {
  return { conclusion, title: "No problem is linked yet", summary: "A table.", text: "A record." };
}

describe("besides a verdict", () => {
  test.each<[Conclusion, "advises" | "requires", Conclusion, string]>([
    ["success", "advises", "neutral", "The changed configuration cannot be used: .github/outcome.yml, line 3"],
    ["skipped", "advises", "neutral", "The changed configuration cannot be used: .github/outcome.yml, line 3"],
    ["neutral", "advises", "neutral", "The changed configuration cannot be used: .github/outcome.yml, line 3"],
    ["neutral", "requires", "failure", "The changed configuration cannot be used: .github/outcome.yml, line 3"],
    ["failure", "requires", "failure", "No problem is linked yet"],
    ["action_required", "requires", "failure", "No problem is linked yet"],
    ["action_required", "advises", "action_required", "No problem is linked yet"],
  ])("a broken file makes %s, where the team %s, %s", (...[before, policy, after, title]) => {
    const shown = addProposal(content(before), invalid, { ...advises, policy });
    expect(shown).toMatchObject({ conclusion: after, title, text: "A record." });
  });

  test.each<Conclusion>(["success", "skipped", "neutral", "failure", "action_required"])(
    "a valid file leaves %s as it is, and is told of below",
    (conclusion) => {
      const shown = addProposal(content(conclusion), valid, requires);
      expect(shown).toMatchObject({ conclusion, title: "No problem is linked yet" });
      expect(shown.summary).toMatch(/^A table\.\n\n### The configuration in this pull request\n\nIt is valid\./);
      expect(shown.annotations).toBeUndefined();
    },
  );

  test("what must be repaired now stands first, unless something else holds the merge up", () => {
    expect(addProposal(content("success"), invalid, advises).summary).toMatch(/^### The configuration/);
    expect(addProposal(content("failure"), invalid, advises).summary).toMatch(/^A table/);
  });
});

describe("alone", () => {
  test.each([
    [valid, "success", "The configuration is valid"],
    [{ ...valid, outcome: "opts-out" }, "success", "The configuration switches this app off here"],
    [{ ...valid, outcome: "removed" }, "success", "The configuration file is removed"],
    [invalid, "neutral", "The changed configuration cannot be used: .github/outcome.yml, line 3"],
    [
      { ...invalid, requires: true },
      "failure",
      "The changed configuration cannot be used: .github/outcome.yml, line 3",
    ],
  ] as const)("the file is all that is told of (%#)", (proposal, conclusion, title) => {
    expect(renderProposalAlone(proposal, advises)).toMatchObject({ conclusion, title, text: "" });
  });

  test("reads like this", () => {
    const edits = [
      { key: "mode", before: "advise", after: "require" },
      { key: "labels.pending.name", before: "later", after: null },
    ];
    const unchecked = { owner: "acme", name: "policy" };
    expect(renderProposalAlone({ ...valid, edits, unchecked }, { ...advises, baseBranch: "next" }).summary)
      .toMatchInlineSnapshot(`
      "### The configuration in this pull request

      It is valid. Nothing is judged by it before it is merged, not even this pull request.

      It builds on \`acme/policy\`, which was not looked into: it does not exist under this name, or not everybody who sees this repository may see it. If it cannot be read after the merge, the configuration cannot be used.

      What changes in the file:

      - \`mode\`: \`advise\` → \`require\`
      - \`labels.pending.name\`: \`later\` → not set

      It goes to \`next\`, and holds once it comes to \`main\`, the default branch.

      Nothing else is asked of this pull request."
    `);
  });

  test("a long list of changes is cut", () => {
    const edits = Array.from({ length: 14 }, (_, n) => ({ key: `key${n}`, before: null, after: "1" }));
    expect(renderProposalAlone({ ...valid, edits }, advises).summary).toContain("`key9`: not set → `1`\n- and 4 more");
  });
});

describe("annotations", () => {
  test("stand on the lines of the pull request's own file, as a failure only where it fails", () => {
    const elsewhere = { ...own, name: "policy" };
    const hidden = { visible: false, message: md`It is not valid.` } as const;
    const proposal = { ...invalid, problems: [elsewhere, own, hidden] };
    const annotation = { path: ".github/outcome.yml", line: 3, level: "warning", message: "`modes` is not a key." };
    expect(addProposal(content("success"), proposal, advises).annotations).toEqual([annotation]);
    expect(addProposal(content("success"), proposal, requires).annotations).toEqual([
      { ...annotation, level: "failure" },
    ]);
  });
});

test("a repair passes, and tells what it repairs", () => {
  const shown = renderRepair(valid, { problems: [own], requires: true }, requires);
  expect(shown).toMatchObject({ conclusion: "neutral", title: "Repairs the configuration" });
  expect(shown.summary).toContain("### What cannot be used now\n\n- `.github/outcome.yml`, line 3, column 7: `modes`");
});

test("what goes to another branch repairs nothing yet", () => {
  const shown = renderRepair(valid, { problems: [own], requires: true }, { ...requires, baseBranch: "next" });
  expect(shown).toMatchObject({ conclusion: "neutral", title: "Would repair the configuration" });
  expect(shown.summary).toMatch(
    /^The configuration on the default branch cannot be used, and what this pull request brings would repair it there\./,
  );
  expect(shown.summary).toContain("It goes to `next`, and holds once it comes to `main`");
});

test("nothing of a stranger's file comes to life, and it stays within what GitHub takes", () => {
  const wild = "@ada fixes #1 <img src=x> [a](https://evil.example) `` | \n# title";
  const edits = Array.from({ length: 20 }, () => ({ key: wild, before: wild, after: wild.repeat(50) }));
  const problems = Array.from({ length: 2000 }, () => ({ ...own, message: md`${wild} is not a key.` }));
  const shown = [
    renderProposalAlone({ ...valid, edits, unchecked: { owner: "a", name: wild } }, { ...advises, baseBranch: wild }),
    addProposal(content("success"), { ...invalid, problems }, advises),
    renderRepair(valid, { problems, requires: true }, requires),
  ];
  for (const { summary } of shown) {
    expect(liveParts(summary)).toEqual([]);
    expect(summary.length).toBeLessThanOrEqual(65_535);
  }
});
