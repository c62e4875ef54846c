import type { Entry } from "../../src/cli/entry.ts";
import type { Answer } from "../../src/cli/read-entry.ts";
import { type Aspect, issueAspects, pullRequestAspects } from "./aspects.ts";
import type { Corpus, IssueText, PullRequestText } from "./corpus.ts";
import { type Score, score } from "./score.ts";

export interface AspectScore extends Score {
  readonly id: string;
  readonly title: string;
}

export interface Evaluation {
  readonly scores: readonly AspectScore[];
  /** How long the reading took, in milliseconds. */
  readonly took: { readonly pullRequests: number; readonly issues: number };
}

export interface Means {
  readonly read: (entry: Entry) => Answer;
  /** In milliseconds. */
  readonly clock: () => number;
}

/** Reads every text as `outcome read` does and holds what was read against the truth. */
export function evaluateCorpus(corpus: Corpus, { read, clock }: Means): Evaluation {
  const started = clock();
  const pullRequests = corpus.pullRequests.map((text) => ({
    text,
    answer: read(entryOf("pull_request", text, corpus)),
  }));
  const between = clock();
  const issues = corpus.issues.map((text) => ({ text, answer: read(entryOf("issue", text, corpus)) }));
  const took = { pullRequests: between - started, issues: clock() - between };
  return { scores: [...scoreAll(pullRequestAspects, pullRequests), ...scoreAll(issueAspects, issues)], took };
}

function entryOf(kind: Entry["kind"], text: PullRequestText | IssueText, corpus: Corpus): Entry {
  const [owner = "", repo = ""] = text.repo.split("/");
  const { number, title, body } = text;
  return { kind, owner, repo, number, title, body, templates: [...corpus.templatesOf(kind, text.repo)] };
}

interface ReadText<Text> {
  readonly text: Text;
  readonly answer: Answer;
}

function scoreAll<Text extends { readonly id: string }>(
  aspects: readonly Aspect<Text>[],
  read: readonly ReadText<Text>[],
): readonly AspectScore[] {
  return aspects.map(({ id, title, expected, found, remark }) => {
    const samples = read.map(({ text, answer }) => ({
      id: text.id,
      expected: expected(text),
      found: found(answer),
      remark: remark?.(text) ?? "",
    }));
    return { id, title, ...score(samples) };
  });
}
