import type { Database } from "./database.ts";
import { dropJobsOf, isGivenUp } from "./given-up.ts";
import type { Job } from "./job.ts";
import { lookIndex } from "./known-looks.ts";
import { policyIndex } from "./known-policies.ts";
import { marksIn } from "./marks.ts";
import { missedDeliveries } from "./missed-deliveries.ts";

/** What giving up and recovering keep in the store. */
export function recoveryStore(database: Database, hookId: string) {
  return {
    looks: lookIndex(database),
    policies: policyIndex(database),
    marks: marksIn(database),
    missed: missedDeliveries(database, hookId),
    isGivenUp: (job: Job) => isGivenUp(database, job),
    dropJobsOf: (installation: number) => dropJobsOf(database, installation),
  };
}
