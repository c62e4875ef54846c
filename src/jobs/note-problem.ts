import { plainText } from "../core/candidates/open-problem.ts";
import type { ProblemFacts } from "../core/facts/facts.ts";
import type { ProblemPolicy } from "../core/facts/problem-policy.ts";
import { isOfReviewedKind, isReviewed } from "../core/facts/reviewed-issue.ts";
import type { ThreadRef } from "../queue/thread-index.ts";
import type { ProblemReading } from "../sources/ports.ts";
import type { JobTools } from "./tools.ts";

interface Looked {
  readonly thread: ThreadRef;
  readonly reading: ProblemReading;
  readonly facts: ProblemFacts;
  readonly began: Date;
}

/** Whether a pull request may be about it: an open problem is kept with its words, any other issue is not. */
export async function noteProblem(
  problems: Pick<JobTools["problems"], "note" | "forget">,
  { thread, reading, facts: { issue }, began }: Looked,
  policy: ProblemPolicy,
): Promise<void> {
  if (issue.state === "closed" || !isReviewed(issue, policy)) return problems.forget(thread);
  const { number } = thread;
  const foundBy = isOfReviewedKind(issue, policy) ? "kind" : "form";
  const words = plainText(reading.issue.body, reading.templates);
  await problems.note(thread, { number, title: issue.title, words, foundBy }, began);
}
