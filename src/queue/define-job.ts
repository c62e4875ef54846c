import { z } from "zod";
import { patient } from "./retry-policy.ts";
import type { RetryPolicy } from "./retry-policy.ts";

/**
 * Seconds. An issue changes in bursts (edited, labelled, closed by the merge that closes it): one look after a moment
 * of quiet does for all of them, and by then a merged pull request is no longer woken.
 * The board is edited once a minute at most: it shows many threads, and nobody waits for it.
 */
export const quietSeconds = { none: 0, burst: 2, minute: 60 } as const;

/** Of one line, waiting jobs with a higher number are taken first. */
export const priority = { someoneWaits: 20, fansOut: 10 } as const;

/**
 * Which line a job waits in: its installation's, or the app's own. Lines take turns, and a line can be paused. The app's
 * own is for kinds without an installation and for those that must run while the installation's line is paused.
 */
export const line = { installation: "installation", app: "app" } as const;
type LinePolicy = (typeof line)[keyof typeof line];

/** Where nothing else is said of a kind. */
const usual = { line: line.installation, priority: priority.fansOut, quietSeconds: quietSeconds.none, retry: patient };

export interface JobPolicy {
  readonly priority: number;
  readonly line: LinePolicy;
  /** How long such a job waits for equal ones to merge with. */
  readonly quietSeconds: number;
  readonly retry: RetryPolicy;
}

/** A kind of job with its key, its storage and where it waits. */
export function define<const Kind extends string, const Fields extends z.ZodRawShape>(of: {
  readonly kind: Kind;
  readonly fields: Fields;
  readonly line?: LinePolicy;
  readonly priority?: number;
  readonly quietSeconds?: number;
  readonly retry?: RetryPolicy;
}) {
  const { kind, fields, ...policy } = of;
  const schema = z.object({ kind: z.literal(kind), ...fields }).readonly();
  return { kind, ...usual, ...policy, schema };
}
