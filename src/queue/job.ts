import { z } from "zod";
import { define, line, priority, quietSeconds } from "./define-job.ts";
import type { JobPolicy } from "./define-job.ts";
import { hurried, untilHeard } from "./retry-policy.ts";

export type { JobPolicy };

// A job is identity only: it says which thing to look at, never what was true when it was sent. So every field
// of a job is part of its key, and two jobs with equal fields are the same work.
const positive = z.int().positive();
const repositoryRef = z.object({ id: positive, owner: z.string().min(1), name: z.string().min(1) }).readonly();
export type RepositoryRef = z.infer<typeof repositoryRef>;

const installation = { installation: positive };
const repository = { ...installation, repository: repositoryRef };
const thread = { ...repository, number: positive };
const mergeGroup = { ...repository, sha: z.string().min(1), ref: z.string().min(1) };
const commit = { ...repository, sha: z.string().min(1) };

/**
 * How a fan-out wakes what it finds: in waves (left out), or all at once, where something must no longer be shown. It is
 * part of the key too, so that the one in a hurry does not merge into one that is not.
 */
const pace = z.literal("at-once").optional();

/** Every kind of job: one line each. Handlers, keys, storage and reading back follow from this list. */
const jobKinds = [
  define({
    kind: "reconcile-pull-request",
    fields: thread,
    priority: priority.someoneWaits,
  }),
  /** An issue that may be a problem changed: review it. */
  define({
    kind: "review-problem",
    fields: thread,
    priority: priority.someoneWaits,
    quietSeconds: quietSeconds.burst,
  }),
  /** An issue changed: wake the pull requests that link to it. */
  define({
    kind: "recheck-linked-pull-requests",
    fields: thread,
    quietSeconds: quietSeconds.burst,
  }),
  /** A merge queue asks whether what it built may be merged. */
  define({
    kind: "judge-merge-group",
    fields: mergeGroup,
    priority: priority.someoneWaits,
    retry: hurried,
  }),
  /** It no longer asks. */
  define({
    kind: "forget-merge-group",
    fields: mergeGroup,
    priority: priority.someoneWaits,
  }),
  /** The configuration changed, the app was installed: every open pull request. */
  define({
    kind: "recheck-repository",
    fields: { ...repository, pace },
  }),
  /**
   * A repository is called, kept or seen otherwise: wake what links into it or builds on it. It is known under several
   * names, which are all looked for, so the name is a field and with it a part of the key.
   */
  define({
    kind: "recheck-dependents",
    fields: { ...repository, knownAs: z.string().regex(/^[^/]+\/[^/]+$/), pace },
  }),
  /** A configuration changed that others may build on: find the repositories that do. */
  define({
    kind: "recheck-building-on",
    fields: repository,
  }),
  /** Every repository of the installation. */
  define({
    kind: "recheck-installation",
    fields: installation,
  }),
  /** The app was removed: what the index holds of it is of no more use. */
  define({
    kind: "forget-installation",
    fields: installation,
    line: line.app,
  }),
  /** A re-requested check: find the pull requests of this commit, forks included. */
  define({
    kind: "recheck-commit",
    fields: commit,
    priority: priority.someoneWaits,
  }),
  /** Somebody wrote a comment that may hold a command: done once. `comment` is its node id, `commentId` its number. */
  define({
    kind: "run-command",
    fields: { ...thread, on: z.enum(["pull_request", "problem"]), comment: z.string().min(1), commentId: positive },
    priority: priority.someoneWaits,
  }),
  /** Somebody pressed the check's button. `ref`: the branch of a merge group, where the commit is of one. */
  define({
    kind: "press-recheck",
    fields: { ...commit, login: z.string().min(1), ref: z.string().min(1).optional() },
    priority: priority.someoneWaits,
  }),
  /** The last try of a look at a pull request failed: its check says so, once GitHub answers for that much. */
  define({
    kind: "tell-given-up",
    fields: { ...thread, failing: z.enum(["github", "refused", "ours"]) },
    retry: untilHeard,
  }),
  /** It was suspended: nothing is asked of it until it is taken up again. */
  define({
    kind: "park-installation",
    fields: installation,
    line: line.app,
    priority: priority.someoneWaits,
  }),
  define({
    kind: "unpark-installation",
    fields: installation,
    line: line.app,
    priority: priority.someoneWaits,
  }),
  /** It was taken out of its installation: what the index holds of it is of no more use. */
  define({
    kind: "forget-repository",
    fields: repository,
    line: line.app,
  }),
  /** Asks GitHub to deliver again what it could not hand over. Sends itself. */
  define({
    kind: "recover-deliveries",
    fields: {},
    line: line.app,
  }),
  /** Finds what no delivery told of. Sends itself. */
  define({
    kind: "sweep",
    fields: {},
    line: line.app,
  }),
  /** Every repository of the installation, configured or not: for a store that knows nothing of it. */
  define({
    kind: "sweep-installation",
    fields: installation,
  }),
  define({
    kind: "sweep-repository",
    fields: repository,
  }),
  /** Something may have changed for merged work that is followed up on this thread: look, and make GitHub show it. */
  define({
    kind: "settle-follow-up",
    fields: { ...thread, on: z.enum(["pull_request", "problem"]) },
    quietSeconds: quietSeconds.burst,
  }),
  /** Looks at whatever is due by now. Sends itself. */
  define({
    kind: "wake-follow-ups",
    fields: {},
    line: line.app,
  }),
  /** Finds by their labels all merged pull requests that are followed up. */
  define({
    kind: "list-follow-ups",
    fields: repository,
  }),
  /** With a new store: finds why people opted out of what is merged. */
  define({
    kind: "list-opt-outs",
    fields: repository,
    retry: untilHeard,
  }),
  /** A release was published: what waited for one may begin. GitHub tells of one release up to three times. */
  define({
    kind: "note-release",
    fields: repository,
    quietSeconds: quietSeconds.burst,
  }),
  /** A merged pull request takes others back. */
  define({
    kind: "follow-revert",
    fields: thread,
  }),
  /** What the board shows may have changed. */
  define({
    kind: "refresh-board",
    fields: repository,
    quietSeconds: quietSeconds.minute,
  }),
] as const;

const jobSchema = z.union(jobKinds.map((kind) => kind.schema));

export type Job = z.infer<(typeof jobKinds)[number]["schema"]>;
export type JobKind = Job["kind"];
export type JobOfKind = { readonly [J in Job as J["kind"]]: J };

export function jobPolicy(kind: JobKind): JobPolicy {
  const policy = jobKinds.find((known) => known.kind === kind);
  if (policy === undefined) throw new Error(`There is no job kind "${kind}".`);
  return policy;
}

/** The app's own line. Installations are numbered from 1. */
export const APP_LINE = 0;

/** The number of the line that the job waits in. */
export function jobLine(job: Job): number {
  return jobPolicy(job.kind).line === "installation" && "installation" in job ? job.installation : APP_LINE;
}

/** Names a job by ids alone: a renamed owner or repository keeps its key. */
export function jobKey({ kind, ...identity }: Job): string {
  const parts = Object.entries(identity)
    // Stored, it is left out.
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => `${field}=${typeof value === "object" ? value.id : value}`);
  return [kind, ...parts.toSorted()].join(" ");
}

/** What is stored of a job: its own fields, and nothing that a caller's object happened to carry besides. */
export function jobData(job: Job): Job {
  return jobSchema.parse(job);
}

export type ReadJob =
  | { readonly kind: "job"; readonly job: Job }
  | { readonly kind: "unreadable"; readonly why: string };

/** Reads a job back from the store, where an older or newer version of the app may have written it. */
export function readJob(stored: unknown): ReadJob {
  const result = jobSchema.safeParse(stored);
  if (result.success) return { kind: "job", job: result.data };
  const text = JSON.stringify(stored)?.slice(0, 300);
  return { kind: "unreadable", why: `This is not a job that this version knows: ${text}` };
}
