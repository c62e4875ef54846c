import { z } from "zod";
import type { Job } from "../queue/job.ts";
import {
  anyPayload,
  checkRunPayload,
  checkSuitePayload,
  installationPayload,
  installationRepositoriesPayload,
  issueCommentPayload,
  issuePayload,
  mergeGroupPayload,
  pullRequestPayload,
  pushPayload,
  releasePayload,
  repositoryPayload,
  subIssuesPayload,
} from "./payloads.ts";
import { askedAgain, jobsForCheckRun } from "./check-run-changes.ts";
import { jobsForComment } from "./comment-changes.ts";
import { repositoryPlace as place } from "./repository-place.ts";
import { changesConfiguration } from "./changes-configuration.ts";
import { jobsForInstallation, jobsForSelection } from "./installation-changes.ts";
import { jobsForIssue, jobsForSubIssue } from "./issue-changes.ts";
import { namedPlace } from "./named-place.ts";
import { jobsForRepository } from "./repository-changes.ts";

/** One row of the table: which actions of an event matter, and what is to be looked at then. */
export interface WebhookRow<Payload = unknown> {
  readonly event: string;
  /** Null: the event has no actions. */
  readonly actions: readonly string[] | null;
  readonly payload: z.ZodType<Payload>;
  readonly jobs: (payload: Payload) => readonly Job[];
}

/** What arrived -> which jobs. A payload says only which thing to look at: nothing else of it is carried on. */
export const webhooks = [
  row({
    event: "pull_request",
    actions: [
      "opened",
      "edited",
      "synchronize",
      "reopened",
      "ready_for_review",
      "converted_to_draft",
      "labeled",
      "unlabeled",
      "unlocked",
      "closed",
    ],
    payload: pullRequestPayload,
    jobs: ({ installation, repository, pull_request: { number } }) => [
      { kind: "reconcile-pull-request", installation: installation.id, repository: place(repository), number },
    ],
  }),
  row({
    event: "issues",
    actions: [
      "opened",
      "edited",
      "labeled",
      "unlabeled",
      "unlocked",
      "typed",
      "untyped",
      "closed",
      "reopened",
      "transferred",
      "deleted",
    ],
    payload: issuePayload,
    jobs: (payload) => jobsForIssue(payload, { ...payload, repository: place(payload.repository) }),
  }),
  row({
    event: "issue_comment",
    actions: ["created", "edited", "deleted"],
    payload: issueCommentPayload,
    jobs: jobsForComment,
  }),
  row({
    event: "sub_issues",
    actions: ["parent_issue_added", "parent_issue_removed", "sub_issue_added", "sub_issue_removed"],
    payload: subIssuesPayload,
    jobs: jobsForSubIssue,
  }),
  row({
    event: "repository",
    actions: ["renamed", "transferred", "privatized", "publicized", "edited", "unarchived", "created", "deleted"],
    payload: repositoryPayload,
    jobs: jobsForRepository,
  }),
  row({
    event: "check_run",
    actions: ["rerequested", "requested_action"],
    payload: checkRunPayload,
    jobs: jobsForCheckRun,
  }),
  row({
    event: "check_suite",
    actions: ["rerequested"],
    payload: checkSuitePayload,
    jobs: ({ installation, repository, check_suite: { head_sha: sha, head_branch: branch } }) => [
      askedAgain({ installation: installation.id, repository: place(repository), sha }, branch),
    ],
  }),
  row({
    event: "merge_group",
    actions: ["checks_requested", "destroyed"],
    payload: mergeGroupPayload,
    jobs: ({ action, installation, repository, merge_group: { head_sha: sha, head_ref: ref } }) => [
      {
        kind: action === "destroyed" ? "forget-merge-group" : "judge-merge-group",
        installation: installation.id,
        repository: place(repository),
        sha,
        ref,
      },
    ],
  }),
  row({
    event: "push",
    actions: null,
    payload: pushPayload,
    jobs(payload) {
      if (!changesConfiguration(payload)) return [];
      const repository = namedPlace(payload.repository);
      const installation = payload.installation.id;
      const others: Job = { kind: "recheck-building-on", installation, repository };
      // The owner's `.github` repository configures all of its repositories.
      return repository.name.toLowerCase() === ".github"
        ? [{ kind: "recheck-installation", installation }, others]
        : [{ kind: "recheck-repository", installation, repository }, others];
    },
  }),
  row({
    event: "release",
    // `released` also tells of a pre-release that became a release. What else becomes of one is found at the next look.
    actions: ["published", "released"],
    payload: releasePayload,
    jobs: ({ installation, repository }) => [
      { kind: "note-release", installation: installation.id, repository: place(repository) },
    ],
  }),
  row({
    event: "installation",
    actions: ["created", "new_permissions_accepted", "suspend", "unsuspend", "deleted"],
    payload: installationPayload,
    jobs: jobsForInstallation,
  }),
  row({
    event: "installation_repositories",
    actions: ["added", "removed"],
    payload: installationRepositoriesPayload,
    jobs: jobsForSelection,
  }),
] as const satisfies readonly WebhookRow[];

export interface Delivery {
  readonly event: string;
  readonly payload: unknown;
}

export type Reading =
  | { readonly kind: "jobs"; readonly jobs: readonly Job[] }
  /** An event, action or sender that changes nothing for us. */
  | { readonly kind: "ignored" }
  /** GitHub sent something that cannot be read: said in the log, with the field. */
  | { readonly kind: "unreadable"; readonly why: string };

/** Whether any delivery of this event and action asks for anything. */
export function asksForJobs(event: string, action: string | null): boolean {
  const rows: readonly WebhookRow[] = webhooks;
  return rows.some(
    (one) => one.event === event && (one.actions === null || one.actions.some((each) => each === action)),
  );
}

/** Which jobs a delivery asks for. What this app did itself asks for none, where its login is known. */
export function readDelivery({ event, payload }: Delivery, ownLogin: string | null): Reading {
  const rows: readonly WebhookRow[] = webhooks;
  const found = rows.find((candidate) => candidate.event === event && hasAction(candidate, payload));
  if (found === undefined || isFrom(ownLogin, payload)) return { kind: "ignored" };
  const parsed = found.payload.safeParse(payload);
  if (!parsed.success) return { kind: "unreadable", why: z.prettifyError(parsed.error) };
  const jobs = found.jobs(parsed.data);
  return jobs.length === 0 ? { kind: "ignored" } : { kind: "jobs", jobs };
}

const withAction = z.object({ action: z.string() });

function hasAction({ actions }: WebhookRow, payload: unknown): boolean {
  if (actions === null) return true;
  const parsed = withAction.safeParse(payload);
  return parsed.success && actions.includes(parsed.data.action);
}

function isFrom(login: string | null, payload: unknown): boolean {
  if (login === null) return false;
  const parsed = anyPayload.safeParse(payload);
  return parsed.success && parsed.data.sender?.login === login;
}

/** Ties the payload's type to its row and then forgets it: the table is read through `safeParse` alone. */
function row<Payload>(of: WebhookRow<Payload>): WebhookRow {
  return { ...of, jobs: (payload) => of.jobs(of.payload.parse(payload)) };
}
