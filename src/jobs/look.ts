import type { JobOfKind } from "../queue/job.ts";
import type { KnownComment, PullRequestReading } from "../sources/ports.ts";
import type { KnownThread } from "./known-thread.ts";
import type { Connection, JobTools } from "./tools.ts";

/** One look at one pull request: what was asked for, what it is done with, and what was read. */
export interface Look {
  readonly job: JobOfKind["reconcile-pull-request"];
  readonly tools: JobTools;
  readonly github: Connection;
  readonly known: KnownComment;
  readonly thread: KnownThread;
  readonly reading: PullRequestReading;
}
