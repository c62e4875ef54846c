import type { Answer, Graded, GradedProblem } from "../../src/cli/read-entry.ts";
import type { IssueText, PullRequestText } from "./corpus.ts";
import type { Item } from "./score.ts";

/** One thing that is measured: what the truth says of a text, and what the app read in it. */
export interface Aspect<Text> {
  /** For `--only`. */
  readonly id: string;
  readonly title: string;
  readonly expected: (text: Text) => readonly Item[];
  readonly found: (answer: Answer) => readonly Item[];
  /** The label itself, where there are more than stated and absent, and how sure the labeller was. */
  readonly remark?: (text: Text) => string;
}

export const pullRequestAspects: readonly Aspect<PullRequestText>[] = [
  {
    id: "references",
    title: "any reference",
    expected: ({ truth }) => truth.issue_refs.map(referenceItem),
    found: ({ links }) => links.map(referenceItem),
  },
  {
    id: "closing",
    title: "closing references",
    expected: ({ truth }) => truth.issue_refs.filter(({ closing }) => closing).map(referenceItem),
    found: ({ links }) => links.filter(({ closing }) => closing).map(referenceItem),
  },
  {
    id: "external",
    title: "external references",
    expected: ({ truth }) => truth.external_refs.map(({ key, kind }) => ({ name: key, quote: kind })),
    found: ({ external }) => external.map(({ key, kind }) => ({ name: key, quote: kind })),
  },
  {
    id: "problem",
    title: "problem stated",
    expected: ({ truth }) => when(truth.problem === "stated", "problem", truth.problem_quote),
    found: ({ problem }) => stated(problem, "problem"),
    remark: ({ truth }) => remarkOn(truth.problem, truth),
  },
  {
    id: "effect",
    title: "effect or hypothesis",
    expected: ({ truth }) => when(truth.hypothesis === "stated", "effect", truth.hypothesis_quote),
    found: ({ effect, hypothesis }) => [...stated(hypothesis, "effect"), ...stated(effect, "effect")],
    remark: ({ truth }) => remarkOn(truth.hypothesis, truth),
  },
];

export const issueAspects: readonly Aspect<IssueText>[] = [
  {
    id: "issue-problem",
    title: "issue: problem stated",
    expected: ({ truth }) => when(truth.problem === "stated", "problem", truth.problem_quote),
    found: ({ problem }) => stated(problem, "problem"),
    remark: ({ truth }) => remarkOn(truth.problem, truth),
  },
  {
    id: "issue-evidence",
    title: "issue: evidence",
    expected: ({ truth }) => when(truth.evidence === "stated", "evidence", truth.evidence_quote),
    found: ({ evidence }) => stated(evidence, "evidence"),
    remark: ({ truth }) => remarkOn(truth.evidence, truth),
  },
];

function referenceItem({ owner, repo, number }: Answer["links"][number]): Item {
  return { name: `${owner}/${repo}#${number}`, quote: null };
}

function stated({ grade, quote }: Pick<Graded | GradedProblem, "grade" | "quote">, name: string): readonly Item[] {
  return when(grade === "stated", name, quote);
}

function when(holds: boolean, name: string, quote: string | null): readonly Item[] {
  return holds ? [{ name, quote }] : [];
}

interface Labelled {
  readonly confidence?: string | undefined;
  readonly notes?: string | undefined;
}

function remarkOn(label: string, { confidence, notes }: Labelled): string {
  return [label, ...(confidence === undefined ? [] : [`confidence ${confidence}`]), ...(notes ? [notes] : [])].join(
    "; ",
  );
}
