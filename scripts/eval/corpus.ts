import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const text = z.object({
  id: z.string(),
  repo: z.string(),
  number: z.number().nullish(),
  title: z.string(),
  body: z.string().nullable(),
});

const reference = z.object({ owner: z.string(), repo: z.string(), number: z.number(), closing: z.boolean() });

/** How sure the labeller was, and why. */
const labeller = { confidence: z.string().optional(), notes: z.string().optional() };

const pullRequestLine = text.extend({
  truth: z.object({
    ...labeller,
    issue_refs: z.array(reference),
    external_refs: z.array(z.object({ kind: z.string(), key: z.string() })),
    problem: z.string(),
    problem_quote: z.string().nullable(),
    hypothesis: z.string(),
    hypothesis_quote: z.string().nullable(),
  }),
});

const issueLine = text.extend({
  truth: z.object({
    ...labeller,
    problem: z.string(),
    problem_quote: z.string().nullable(),
    evidence: z.string(),
    evidence_quote: z.string().nullable(),
  }),
});

const templateLine = z.object({ repo: z.string(), kind: z.string(), text: z.string() });

export type PullRequestText = z.output<typeof pullRequestLine>;
export type IssueText = z.output<typeof issueLine>;

/** Real texts with what a reader found in them. */
export interface Corpus {
  readonly pullRequests: readonly PullRequestText[];
  readonly issues: readonly IssueText[];
  /** What the text may have been started from: the templates of its own repository. */
  readonly templatesOf: (kind: "pull_request" | "issue", repo: string) => readonly string[];
}

/** Reads `prs.PART.jsonl`, `issues.PART.jsonl` and `templates.jsonl` of a folder. */
export function readCorpus(folder: string, part: string): Corpus {
  const templates = readLines(join(folder, "templates.jsonl"), templateLine);
  return {
    pullRequests: readLines(join(folder, `prs.${part}.jsonl`), pullRequestLine),
    issues: readLines(join(folder, `issues.${part}.jsonl`), issueLine),
    templatesOf: (kind, repo) =>
      templates
        .filter((one) => one.repo === repo && (one.kind === "pr-template") === (kind === "pull_request"))
        .map((one) => one.text),
  };
}

function readLines<Schema extends z.ZodType>(path: string, schema: Schema): readonly z.output<Schema>[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => schema.parse(JSON.parse(line)));
}
