import type { MergeGroupIndex } from "../queue/known-merge-groups.ts";
import type { PutOff, Queue, QueueLogger } from "../queue/queue.ts";
import type { ThreadIndex } from "../queue/thread-index.ts";
import type { GitHubReader, GitHubWriter } from "../sources/ports.ts";

/** What a job works with. Everything that can change under it is handed in. */
export interface JobTools {
  /** Reader and writer with the rights of one installation. */
  readonly connect: (installation: number) => Promise<Connection>;
  readonly index: ThreadIndex;
  readonly mergeGroups: MergeGroupIndex;
  readonly queue: Pick<Queue, "send" | "sendInWaves" | "sendLater" | "cancel">;
  /** When GitHub may be asked again after this error; null where it names no limit. */
  readonly putOff: PutOff;
  /** Whether GitHub failed, or we did. */
  readonly blame: (error: unknown) => "github" | "ours";
  readonly now: () => Date;
  /** Where GitHub's pages are: "https://github.com". */
  readonly webUrl: string;
  readonly logger: Pick<QueueLogger, "warn">;
}

export interface Connection {
  readonly reader: GitHubReader;
  readonly writer: GitHubWriter;
}
