import type { FollowUpFacts } from "../core/follow-up/follow-up.ts";
import { askAgainAt } from "../core/plan/ask-again.ts";
import type { HomeRef, LastLook } from "../queue/known-follow-ups.ts";
import type { JobTools } from "./tools.ts";

/** In milliseconds: a record that GitHub did not show for so long is gone. */
const LAG_MS = 24 * 3600 * 1000;

type Silent = Pick<LastLook, "silentSince">;

interface Found extends Pick<FollowUpFacts, "undetermined"> {
  readonly served: readonly unknown[];
}

interface Known {
  readonly known: readonly unknown[];
  readonly last: Silent | null;
  readonly now: Date;
}

/**
 * Whether GitHub did not tell enough to decide anything: the role of somebody who answered, or a record that we know of.
 * GraphQL reads from copies that may lag behind what was just written.
 */
export function isIncomplete({ undetermined, served }: Found, { known, last, now }: Known): boolean {
  const isNew = (last?.silentSince ?? now).getTime() > now.getTime() - LAG_MS;
  return undetermined || (served.length < known.length && isNew);
}

/** Later each time. What was found last stays until then. */
export async function askAgainLater(
  home: HomeRef,
  { followUps, now }: Pick<JobTools, "now"> & { readonly followUps: Pick<JobTools["followUps"], "noteSilence"> },
  last: Silent | null,
): Promise<void> {
  const silentSince = last?.silentSince ?? now();
  await followUps.noteSilence(home, { nextAt: askAgainAt(silentSince, now()), silentSince });
}
