import type { Candidate } from "../candidates/rank-problems.ts";
import type { Finding } from "../verdict/verdict.ts";
import { renderCandidates } from "./candidates.ts";
import { cutToSize } from "./cut.ts";
import { renderFix } from "./fix.ts";
import { stickyMarker } from "./marker.ts";
import type { OfferedCommands } from "./say-in-comment.ts";
import { sayInComment } from "./say-in-comment.ts";
import { wayOut } from "./way-out.ts";

interface Besides {
  readonly optOut: "anyone" | "write";
  readonly commands: OfferedCommands;
  /** Problems that it may be about, where none is linked. */
  readonly candidates: readonly Candidate[];
}

/**
 * The one comment on a pull request while something is missing: the question, what was found, the line to paste, problems
 * that look related, the way out.
 */
export function renderPullRequestComment(missing: Finding, { optOut, commands, candidates }: Besides): string {
  const mood = missing.level === "require" ? "Required before the merge." : "This is advice; you can merge without it.";
  const inComment = sayInComment(missing, { commands, optOut }) ?? [];
  return renderComment(missing, [renderCandidates(candidates) ?? [], `${mood} ${wayOut(optOut)}`, inComment].flat());
}

/** The one comment on an issue that is a problem while a part is missing. */
export function renderProblemComment(missing: Finding): string {
  return renderComment(missing, [
    "It helps whoever takes this up; nothing waits for it. The author may answer in a comment as well.",
  ]);
}

/** For `comments: always`: the same comment once nothing is missing. */
export function renderSettledComment(title: string): string {
  return `${stickyMarker}\n${title}.`;
}

function renderComment(missing: Finding, closing: readonly string[]): string {
  const { question, why } = missing.words;
  const parts = [`${stickyMarker}\n### ${question}`, missing.found.markdown, renderFix([missing], "Put"), why];
  return cutToSize([...parts, ...closing, `<sub>${hides}</sub>`].join("\n\n"));
}

const hides = "This comment is edited in place, and hidden once nothing is missing.";
