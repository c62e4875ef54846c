import type { Reference } from "../core/facts/reference.ts";
import type { Write } from "../core/plan/write.ts";

export interface GitHubWriter {
  /**
   * In order. Throws on the first failure; the job plans again from what is true then. What this installation may not
   * do is no failure: it is left out and told.
   */
  apply(thread: Reference, writes: readonly Write[], observer?: WriteObserver): Promise<ApplyResult>;
}

/** Told around each write, so that the index forgets before a create what it can only know after it. */
export interface WriteObserver {
  before(write: Write): Promise<void>;
  /** `created` is the new comment of a "create-comment", null for all others. Not called for a refused write. */
  after(write: Write, created: CreatedComment | null): Promise<void>;
}

export interface CreatedComment {
  readonly id: number;
  readonly nodeId: string;
}

export interface ApplyResult {
  readonly refused: readonly RefusedWrite[];
  /** What follows a write was left out: when there is room again for what an app may create. */
  readonly postponedTo?: Date;
}

export interface RefusedWrite {
  readonly write: Write;
  /** GitHub's own words: "Resource not accessible by integration", "Repository was archived so is read-only." */
  readonly reason: string;
}
