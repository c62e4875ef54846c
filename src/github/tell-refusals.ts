/** A request that GitHub refused, though it was understood. */
export interface Refusal {
  readonly operation: string;
  readonly reason: string;
  /** GitHub's `x-accepted-github-permissions`, such as "issues=write; pull_requests=write"; null where it sent none. */
  readonly permissions: string | null;
}

interface Options {
  readonly logger: { warn(fields: object, message: string): void };
  readonly now: () => Date;
}

const DAY_MS = 24 * 3_600_000;

/** How many are remembered. What is told twice in a day does no harm. */
const MOST = 10_000;

/**
 * Tells of a refusal once a day for each installation and permission: an owner who has not accepted a new permission
 * yet would else fill the log with a line for every pull request.
 */
export function refusalTeller({ logger, now }: Options): (installation: number, refusal: Refusal) => void {
  const told = new Map<string, number>();
  return (installation, { operation, reason, permissions }) => {
    const key = `${installation} ${permissions ?? operation} ${reason}`;
    const time = now().getTime();
    if (time - (told.get(key) ?? -Infinity) < DAY_MS) return;
    if (told.size >= MOST) told.clear();
    told.set(key, time);
    const said = isPermission(reason) ? "The app lacks a permission in an installation" : "GitHub refused a request";
    logger.warn({ installation, operation, reason, permissions }, `${said}; this is told once a day`);
  };
}

/** GitHub's words for a permission that the installation's owner has not granted. */
export function isPermission(reason: string): boolean {
  return /not accessible by integration/i.test(reason);
}
