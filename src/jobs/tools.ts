import type { MetricReader } from "../sources/metrics/metric-reader.ts";
import type { BoardIndex } from "../queue/known-boards.ts";
import type { OptOutIndex } from "../queue/known-opt-outs.ts";
import type { CommandIndex } from "../queue/known-commands.ts";
import type { FollowUpIndex } from "../queue/known-follow-ups.ts";
import type { MergeGroupIndex } from "../queue/known-merge-groups.ts";
import type { Job } from "../queue/job.ts";
import type { LookIndex } from "../queue/known-looks.ts";
import type { PolicyIndex } from "../queue/known-policies.ts";
import type { ProblemIndex } from "../queue/known-problems.ts";
import type { Marks } from "../queue/marks.ts";
import type { MissedDeliveries } from "../queue/missed-deliveries.ts";
import type { PutOff, Queue, QueueLogger } from "../queue/queue.ts";
import type { ThreadIndex } from "../queue/thread-index.ts";
import type { Failing } from "../core/report/given-up.ts";
import type { SlowDown } from "./slow-down.ts";
import type { BoardWriter, GitHubApp, GitHubReader, GitHubWriter } from "../sources/ports.ts";

/** What a job works with. Everything that can change under it is handed in. */
export interface JobTools {
  /** Reader and writer with the rights of one installation. */
  readonly connect: (installation: number) => Promise<Connection>;
  readonly index: ThreadIndex;
  readonly commands: CommandIndex;
  readonly problems: ProblemIndex;
  readonly mergeGroups: MergeGroupIndex;
  readonly followUps: FollowUpIndex;
  readonly boards: BoardIndex;
  readonly optOuts: OptOutIndex;
  readonly queue: Pick<Queue, "send" | "sendInWaves" | "sendLater" | "cancel" | "pause" | "resume">;
  readonly looks: LookIndex;
  readonly policies: PolicyIndex;
  readonly marks: Marks;
  readonly missed: MissedDeliveries;
  /** Signed in as the app itself. */
  readonly app: GitHubApp;
  /** Whether a delivery of this kind asks for anything. */
  readonly matters: (event: string, action: string | null) => boolean;
  /** Whether a job stands in the dead letters, and no equal one waits or runs. */
  readonly isGivenUp: (job: Job) => Promise<boolean>;
  /** Takes back whatever waits for an installation. */
  readonly dropJobsOf: (installation: number) => Promise<void>;
  /** When GitHub may be asked again after this error; null where it names no limit. */
  readonly putOff: PutOff;
  /** Whether GitHub failed, refused, or we failed. */
  readonly blame: (error: unknown) => Failing;
  readonly now: () => Date;
  /** Where it is not given, everything is written at once. */
  readonly slowDown?: SlowDown;
  /** The metrics that the operator defined; where it is not given, none. */
  readonly metrics?: MetricReader | undefined;
  /** Where GitHub's pages are: "https://github.com". */
  readonly webUrl: string;
  readonly logger: Pick<QueueLogger, "warn">;
}

export interface Connection {
  readonly reader: GitHubReader;
  readonly writer: GitHubWriter;
  readonly board: BoardWriter;
}
