import type { RepositoryName } from "../facts/reference.ts";
import { sameRepository } from "../facts/reference.ts";
import { md } from "../markdown/markdown.ts";
import type { Markdown } from "../markdown/markdown.ts";
import type { CheckRunContent } from "./check-run.ts";
import { describeFile } from "./configured-by.ts";
import { cutToSize } from "./cut.ts";

/** One error in a configuration file, as far as it may be shown here. */
export type Misconfiguration =
  | (RepositoryName & {
      readonly visible: true;
      readonly path: string;
      readonly line: number;
      readonly column: number;
      readonly message: Markdown;
    })
  | { readonly visible: false; readonly message: Markdown };

export interface Broken {
  readonly problems: readonly Misconfiguration[];
  /** Whether what can still be read of it asks for `mode: require`. */
  readonly requires: boolean;
}

/**
 * The check while the configuration cannot be used. Where the team requires rules, nothing may pass unseen; elsewhere a
 * broken file must not hold anybody up.
 */
export function renderMisconfiguration({ problems, requires }: Broken, seenFrom: RepositoryName): CheckRunContent {
  const rows = problems.map((problem) => `- ${describeProblem(problem, seenFrom).markdown}`);
  const effect = requires
    ? describeHold(problems, seenFrom)
    : "Nothing is asked of pull requests until it can be read.";
  return {
    conclusion: requires ? "action_required" : "neutral",
    title: `The configuration cannot be used${lineOf(problems[0])}`,
    summary: cutToSize(`${rows.join("\n")}\n\n${effect} The configuration is read from the default branch.`),
    text: "",
  };
}

/** What stands in a base or in the organisation's file cannot be repaired here, only gone without. */
function describeHold(problems: readonly Misconfiguration[], seenFrom: RepositoryName): string {
  const isOwn = problems.every((one) => one.visible && sameRepository(one, seenFrom));
  return isOwn
    ? "The file asks for `mode: require`, so nothing passes until it can be read, except a pull request that repairs it here and changes nothing else."
    : "It asks for `mode: require`, so nothing passes until it can be read. What stands in another repository is repaired there. Until then a pull request passes that takes this repository out (`enabled: false` in its own file) and changes nothing else.";
}

function lineOf(problem: Misconfiguration | undefined): string {
  return problem?.visible === true ? `: ${problem.path}, line ${problem.line}` : "";
}

export function describeProblem(problem: Misconfiguration, seenFrom: RepositoryName): Markdown {
  if (!problem.visible) return problem.message;
  const { line, column, message } = problem;
  return md`${describeFile(problem, seenFrom)}, line ${line}, column ${column}: ${message}`;
}
