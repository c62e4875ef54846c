import type { Clock } from "pg-boss";
import type { QueueLogger } from "./boss.ts";
import { forgetOldAllowances } from "./allowances.ts";
import type { Database } from "./database.ts";
import { forgetOldDeliveries } from "./deliveries.ts";
import { forgetOldCommands } from "./known-commands.ts";
import { forgetOldLooks } from "./known-looks.ts";
import { forgetOldMergeGroups } from "./known-merge-groups.ts";
import { forgetOldOptOuts } from "./known-opt-outs.ts";
import { forgetOldMissed } from "./missed-deliveries.ts";
import { forgetEndedPauses } from "./pauses.ts";

/** The first time soon after the start, for a process that never lives for an hour. */
const [SOON_MS, HOUR_MS] = [60 * 1000, 3600 * 1000];

export interface Tidying {
  stop(): void;
}

/** Once an hour: forgets what is too old to be asked for, and takes back the room of deleted rows. */
export function startTidying(of: {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: QueueLogger;
}): Tidying {
  const first = of.clock.setTimeout(() => void tidy(), SOON_MS);
  const timer = of.clock.setInterval(() => void tidy(), HOUR_MS);
  return {
    stop: () => {
      of.clock.clearTimeout(first);
      of.clock.clearInterval(timer);
    },
  };

  async function tidy(): Promise<void> {
    try {
      const now = new Date(of.clock.now());
      await forgetOldDeliveries(of.database, now);
      await forgetOldMergeGroups(of.database, now);
      await forgetOldLooks(of.database, now);
      await forgetOldCommands(of.database, now);
      await forgetOldOptOuts(of.database, now);
      await forgetOldMissed(of.database, now);
      await forgetOldAllowances(of.database, now);
      await forgetEndedPauses(of.database);
      // PGlite has no autovacuum: 10,000 jobs leave 9 MB behind for ever, and this takes 25 ms.
      if (of.database.sharing === "one-process") await of.database.query("VACUUM");
    } catch (error) {
      // Nothing depends on it today; the next hour tries again.
      of.logger.warn({ err: error }, "The store could not be tidied");
    }
  }
}
