import type { RepositoryName } from "../../core/facts/reference.ts";
import type { MetricAnswer } from "../../core/follow-up/measured.ts";

/** The metrics that the operator defined, as jobs ask for them. */
export interface MetricReader {
  /**
   * The one that a text names, whole or as one of its words: a hypothesis chooses among the operator's, and says nothing
   * of how they are asked for. Null where the text names none, or more than one.
   */
  readonly find: (asked: NamedIn) => FoundMetric | null;
  /** As it was at a time, or as it is now where its provider cannot look back. Takes five seconds at most, and never throws. */
  readonly read: (metric: FoundMetric, at: Date) => Promise<MetricAnswer>;
}

export interface NamedIn {
  readonly installation: number;
  readonly repository: RepositoryName;
  readonly text: string;
}

export interface FoundMetric {
  /** As the operator wrote it. */
  readonly name: string;
  /** Whether everybody may see its readings, also in a public repository. */
  readonly public: boolean;
}
