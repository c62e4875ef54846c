import type { Job } from "../queue/job.ts";
import type { ListedInstallation } from "../sources/ports.ts";
import type { JobTools } from "./tools.ts";

/** In milliseconds. */
export const SWEPT_EVERY_MS = 3600 * 1000;

/** In milliseconds: GitHub does not deliver again what is older. */
const AWAY_MS = 3 * 24 * 3600 * 1000;

type SweepTools = Pick<JobTools, "marks" | "policies" | "now"> & {
  readonly app: Pick<JobTools["app"], "listInstallations">;
  readonly queue: Pick<JobTools["queue"], "send" | "sendInWaves" | "sendLater">;
};

/**
 * Finds what no delivery told of. Each hour the repositories are swept that are known to be configured; with a new store,
 * or after days away, every repository of every installation, which rebuilds the index from GitHub.
 */
export async function sweep(_job: unknown, tools: SweepTools): Promise<void> {
  const { marks, queue, policies } = tools;
  const now = tools.now();
  // First: whatever goes wrong below, there is a next time.
  await queue.sendLater({ kind: "sweep" }, new Date(now.getTime() + SWEPT_EVERY_MS));
  const listed = await tools.app.listInstallations();
  await queue.send(await settleInstallations(tools, listed));
  const active = new Set(listed.filter(({ suspended }) => !suspended).map(({ id }) => id));
  const known = await policies.installations();
  const strange = [...active].filter((id) => !known.has(id));
  const away = isAway(await marks.read("swept-at"), now);
  await queue.sendInWaves([
    ...(away ? [...active] : strange).map((installation) => ({ kind: "sweep-installation", installation }) as const),
    ...(away ? [] : await configuredOf(tools, active)),
  ]);
  await marks.write("swept-at", now.toISOString());
}

function isAway(sweptAt: string | null, now: Date): boolean {
  return sweptAt === null || now.getTime() - new Date(sweptAt).getTime() > AWAY_MS;
}

/** What GitHub may have told of while nobody listened: suspended, taken up again, removed. */
async function settleInstallations(
  { marks, policies }: Pick<JobTools, "marks" | "policies">,
  listed: readonly ListedInstallation[],
): Promise<readonly Job[]> {
  const jobs: Job[] = [];
  for (const { id: installation, suspended } of listed) {
    if (suspended) jobs.push({ kind: "park-installation", installation });
    else if ((await marks.read(`parked-${installation}`)) !== null)
      jobs.push({ kind: "unpark-installation", installation });
  }
  const there = new Set(listed.map(({ id }) => id));
  const removed = [...(await policies.installations())].filter((id) => !there.has(id));
  return [...jobs, ...removed.map((installation): Job => ({ kind: "forget-installation", installation }))];
}

async function configuredOf({ policies }: SweepTools, active: ReadonlySet<number>): Promise<readonly Job[]> {
  const configured = await policies.configured();
  return configured
    .filter(({ installation }) => active.has(installation))
    .map(({ installation, repositoryId: id, owner, name }): Job => {
      return { kind: "sweep-repository", installation, repository: { id, owner, name } };
    });
}
