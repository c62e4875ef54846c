import type { z } from "zod";
import { mayBeFromOurForm } from "../core/statements/our-form.ts";
import type { Job, RepositoryRef } from "../queue/job.ts";
import { mayBeProblem } from "./may-be-problem.ts";
import { namedPlace } from "./named-place.ts";
import type { issuePayload, subIssuesPayload } from "./payloads.ts";

type IssuePayload = z.output<typeof issuePayload>;
type SubIssuesPayload = z.output<typeof subIssuesPayload>;
type IssueChange = Pick<IssuePayload, "action" | "issue" | "changes">;
type Issue = IssuePayload["issue"];

interface Place {
  readonly installation: { readonly id: number };
  readonly repository: RepositoryRef;
}

/** The pull requests that link to the issue, and the issue itself where it may be a problem. */
export function jobsForIssue(payload: IssueChange, at: Place): readonly Job[] {
  const wake = wakeLinked(payload.issue, at);
  return mayBeReviewed(payload) ? [wake, { ...wake, kind: "review-problem" }] : [wake];
}

/** It may be a problem, or may have been one until now, also where it came from. */
function mayBeReviewed({ action, issue, changes }: IssueChange): boolean {
  if (action === "unlabeled" || action === "untyped") return true;
  return mayBeProblem(issue) || mayBeProblem(changes?.old_issue ?? {}) || mayBeFromOurForm(changes?.body?.from ?? "");
}

/**
 * The line of parents of the child changed. The index knows with each pull request the whole line of its issues, so those
 * that link to a descendant are found by the child as well. Where GitHub leaves the child out, those are looked at that
 * are known to have the parent in their line.
 */
export function jobsForSubIssue(payload: SubIssuesPayload): readonly Job[] {
  const { action, installation, sub_issue: child, parent_issue: parent } = payload;
  const here = place(installation, payload.repository);
  if (action.startsWith("parent_issue_")) return child && here ? jobsForIssue({ action, issue: child }, here) : [];
  // The child may be a stranger's: it is reviewed where its own repository is told.
  const there = place(installation, payload.sub_issue_repo);
  if (child && there) return [wakeLinked(child, there)];
  return parent && here ? [wakeLinked(parent, here)] : [];
}

function place(installation: Place["installation"], repository: SubIssuesPayload["repository"]): Place | null {
  return repository ? { installation, repository: namedPlace(repository) } : null;
}

function wakeLinked({ number }: Issue, { installation, repository }: Place) {
  return { kind: "recheck-linked-pull-requests", installation: installation.id, repository, number } as const;
}
