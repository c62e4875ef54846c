import type { z } from "zod";
import type { Facts } from "../facts/facts.ts";
import type { FoundProblem } from "../facts/find-problem.ts";
import type { ProblemPolicy } from "../facts/problem-policy.ts";
import type { Theme } from "../facts/theme.ts";
import type { Markdown } from "../markdown/markdown.ts";

/** How much a rule matters: not asked, shown only, advised, required for the merge. */
export const levels = ["off", "note", "advise", "require"] as const;
export type Level = (typeof levels)[number];

export type Subject = Facts["kind"];

/** The words of a rule, wherever it is shown. */
export interface RuleWords {
  /** Completes "This pull request ...": "links a problem". */
  readonly claim: string;
  /** The question that the comment opens with when the answer is missing. */
  readonly question: string;
  /** The check's title when the answer is missing. */
  readonly missing: string;
  /** Why it matters, in one sentence. */
  readonly why: string;
  /**
   * The exact line that satisfies the rule once its words in capitals are replaced; null where no line of a text does,
   * and each answer says what does (`fix`).
   */
  readonly paste: string | null;
}

/** One claim about a pull request or a problem. */
export interface Rule<Id extends string = string, Options extends z.ZodObject = z.ZodObject> extends RuleWords {
  readonly id: Id;
  /** For the reference: what is looked for, where, and when it is not asked. */
  readonly description: string;
  readonly subjects: readonly Subject[];
  readonly defaultLevel: Level;
  /** For the parts that a problem is made of: it is asked for them wherever the rule is not off, whatever is asked of changes. */
  readonly levelOnProblems?: "advise";
  /** What can be configured besides the level. */
  readonly options: Options;
  /** Null where there is nothing to speak of: then not a line is shown. */
  readonly check: (facts: Facts, options: z.output<Options>, context: RuleContext) => Answer | null;
}

/** What several rules need and none should work out again. */
export interface RuleContext {
  /** The problem that this pull request works on; null for an issue and where no link leads to one. */
  readonly problem: FoundProblem | null;
  readonly policy: ProblemPolicy;
  /** The directions that are configured; empty where none are. */
  readonly themes: readonly Theme[];
  /** Whether everybody who reads the answer may read the configuration too: where not, nothing of it is quoted. */
  readonly quotes: "configuration" | "not-configuration";
}

export interface Answer {
  readonly outcome: "pass" | "fail" | "skip" | "unknown";
  /** What was found and where, quoting the line; for a fail, what was looked for. */
  readonly found: Markdown;
  /** What would satisfy the rule where no line of a text does: completes "Put ...". */
  readonly fix?: Markdown;
  /** What is asked instead of the rule's own question, where the answer found a nearer one. */
  readonly ask?: Partial<Pick<RuleWords, "question" | "why" | "paste">>;
  /** For an unknown that GitHub may answer later: the job looks again. */
  readonly retry?: true;
}

/** Keeps the id and options of a rule as literal types, for the configuration that is derived from them. */
export function defineRule<const Id extends string, Options extends z.ZodObject>(
  rule: Rule<Id, Options>,
): Rule<Id, Options> {
  return rule;
}
