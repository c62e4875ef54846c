import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { entryReader } from "../../src/cli/read-entry.ts";
import { usualSettings } from "../../src/cli/read-settings.ts";
import { readCorpus } from "../../scripts/eval/corpus.ts";
import { evaluateCorpus } from "../../scripts/eval/evaluate.ts";
import { renderEvaluation } from "../../scripts/eval/render.ts";

const nothing = {
  issue_refs: [],
  external_refs: [],
  problem: "absent",
  problem_quote: null,
  hypothesis: "absent",
  hypothesis_quote: null,
};

const template = "## Problem\n\nWho has which trouble?";

const files = {
  "prs.small.jsonl": [
    {
      id: "links",
      body: "Fixes #1, see #2",
      truth: {
        ...nothing,
        issue_refs: [
          { owner: "acme", repo: "shop", number: 1, closing: true },
          { owner: "acme", repo: "shop", number: 2, closing: true },
        ],
      },
    },
    { id: "template", body: template, truth: nothing },
  ],
  "issues.small.jsonl": [
    {
      id: "issue",
      body: "## Problem\n\nShoppers cannot see the total.",
      truth: {
        problem: "stated",
        problem_quote: "Shoppers cannot",
        evidence: "stated",
        evidence_quote: "a picture",
        confidence: "low",
        notes: "See the title",
      },
    },
  ],
};

async function smallCorpus(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "outcome-eval-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, texts] of Object.entries(files)) {
    const lines = texts.map((text) => JSON.stringify({ repo: "acme/shop", number: 7, title: "Total", ...text }));
    await writeFile(join(folder, name), `${lines.join("\n")}\n`);
  }
  const templates = [
    { repo: "acme/shop", kind: "pr-template", text: template },
    { repo: "acme/tills", kind: "issue-template", text: "## Problem\n\nShoppers cannot see the total." },
  ];
  await writeFile(join(folder, "templates.jsonl"), templates.map((one) => JSON.stringify(one)).join("\n"));
  return folder;
}

async function evaluateSmall() {
  let time = 0;
  return evaluateCorpus(readCorpus(await smallCorpus(), "small"), {
    read: entryReader(usualSettings, "https://github.com"),
    clock: () => (time += 10),
  });
}

test("real texts are held against their truth, each aspect by itself, with the templates of their repository", async () => {
  const { scores, took } = await evaluateSmall();
  expect(scores.map(({ id, right, wrong, missed }) => [id, right, wrong, missed])).toEqual([
    ["references", 2, 0, 0],
    ["closing", 1, 0, 1],
    ["external", 0, 0, 0],
    ["problem", 0, 0, 0],
    ["effect", 0, 0, 0],
    ["issue-problem", 1, 0, 0],
    ["issue-evidence", 0, 0, 1],
  ]);
  expect(took).toEqual({ pullRequests: 10, issues: 10 });
});

test("the figures stand first, then what was missed", async () => {
  const [, first, second, ...rest] = renderEvaluation(await evaluateSmall()).split("\n");
  expect([first, second]).toEqual([
    "any reference              2      0       0      1.000   1.000  references",
    "closing references         1      0       1      1.000   0.500  closing",
  ]);
  expect(rest).toContain("  missed links acme/shop#2 (instead of acme/shop#1)");
  expect(rest).toContain("  missed issue evidence: a picture [stated; confidence low; See the title]");
});
