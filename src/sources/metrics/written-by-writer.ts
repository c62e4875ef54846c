import { mayWrite } from "../../core/facts/actor.ts";
import type { PullRequestFacts } from "../../core/facts/facts.ts";
import { sameReference } from "../../core/facts/reference.ts";
import type { Measure } from "../../core/follow-up/record.ts";
import type { GitHubReader } from "../ports.ts";

/**
 * Whether somebody with write access wrote which metric is meant, by their role of now. Anybody can open a pull request
 * on a public repository, and what its text names is told there to everybody.
 */
export async function isWrittenByWriter(
  facts: PullRequestFacts,
  measure: Measure,
  github: Pick<GitHubReader, "readRole">,
): Promise<"yes" | "no" | "unknown"> {
  const login = writerOf(facts, measure);
  return login === null ? "no" : mayWrite(await github.readRole(facts.repository, login));
}

/** Null where it is not known, or was no person. */
function writerOf(facts: PullRequestFacts, { statement }: Measure): string | null {
  const { reading, source } = facts.statements[statement];
  // Who wrote a comment is where it stands.
  if (reading.grade === "stated" && reading.place.kind === "comment") return reading.place.name;
  const author = source.kind === "own" ? facts.pullRequest.author : authorAt(facts, source);
  return author?.kind === "user" ? author.login : null;
}

/** What was said below an issue outside of a command is its author's. */
function authorAt({ links }: PullRequestFacts, source: PullRequestFacts["statements"]["metric"]["source"]) {
  if (source.kind === "own" || source.kind === "author-comment") return null;
  const issues = links.flatMap(({ target }) => (target.kind === "found" ? [target.issue, ...target.parents] : []));
  return issues.find(({ reference }) => sameReference(reference, source.issue))?.author ?? null;
}
