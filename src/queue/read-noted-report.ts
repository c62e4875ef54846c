import { z } from "zod";
import type { Database } from "./database.ts";
import { boardIndex } from "./known-boards.ts";
import { followUpIndex } from "./known-follow-ups.ts";
import type { OfRepository } from "./known-heads.ts";
import { optOutIndex } from "./known-opt-outs.ts";
import { bigint } from "./thread-ref.ts";

interface Named {
  readonly owner: string;
  readonly name: string;
}

/** What is noted of a repository for board and report; null where nothing is known of one with this name. */
export async function readNotedReport(database: Database, { owner, name }: Named, now: Date) {
  const found = await findRepository(database, { owner, name });
  if (found === null) return null;
  const { place, ...named } = found;
  return {
    ...named,
    summaries: await followUpIndex(database).summaries(place),
    told: await boardIndex(database).told(place),
    optOuts: await optOutIndex(database).of(place, now),
  };
}

const row = z
  .object({ installation: bigint, repository_id: bigint, owner: z.string(), name: z.string() })
  .transform(({ installation, repository_id: repositoryId, owner, name }) => {
    const place: OfRepository = { installation, repositoryId };
    return { owner, name, place };
  });

/** GitHub compares names without regard to case. Of several that had the name, the one with follow-ups. */
async function findRepository(database: Database, { owner, name }: Named) {
  const [found] = await database.query(
    `SELECT installation, repository_id, owner, name FROM outcome.policies AS policy
     WHERE lower(owner) = lower($1) AND lower(name) = lower($2)
     ORDER BY (SELECT count(*) FROM outcome.follow_ups AS home
       WHERE home.installation = policy.installation AND home.repository_id = policy.repository_id) DESC LIMIT 1`,
    [owner, name],
  );
  return found === undefined ? null : row.parse(found);
}
