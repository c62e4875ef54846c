import type { RepositoryName } from "../facts/reference.ts";
import type { Broken } from "./misconfiguration.ts";

/** What a pull request makes of the configuration. It is told of, and nothing is judged by it. */
export type Proposal = ValidProposal | InvalidProposal;

export interface ValidProposal {
  readonly kind: "valid";
  /** "removed": the pull request leaves no file. "opts-out": with it, nothing is asked here. */
  readonly outcome: "configures" | "opts-out" | "removed";
  readonly edits: readonly Edit[];
  /** A base that it names anew, and of which nothing may be told here. */
  readonly unchecked: RepositoryName | null;
  /** Whether something that it builds on, and that it leaves as it is, cannot be used. */
  readonly brokenElsewhere: boolean;
  /** Whether the pull request changes anything besides. */
  readonly changesMore: boolean;
}

export interface InvalidProposal extends Broken {
  readonly kind: "invalid";
}

/** One key of the file itself, as it is written; null where it is not. */
export interface Edit {
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Whether a pull request may pass by this alone while the configuration is broken: whatever else it changes is not seen. */
export function repairs(proposal: Proposal): proposal is ValidProposal {
  if (proposal.kind === "invalid") return false;
  return !proposal.changesMore && !proposal.brokenElsewhere && proposal.unchecked === null;
}
