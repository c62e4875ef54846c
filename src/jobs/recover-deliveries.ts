import type { DueDelivery } from "../queue/missed-deliveries.ts";
import type { ListedDelivery } from "../sources/ports.ts";
import { scanDeliveries } from "./scan-deliveries.ts";
import type { JobTools } from "./tools.ts";

/** In milliseconds. */
const EVERY_MS = 2 * 60_000;

/**
 * How many are asked for in one run. GitHub charges a write 5 of 900 points a minute, and an app has some 5,000 requests
 * an hour: this leaves room for the lists and for everything else.
 */
const ASKED_AT_ONCE = 140;

/**
 * How often one delivery is asked for, with longer waits from time to time: minutes before the next. The first are short,
 * for what failed in a moment of trouble is to be right within minutes after it.
 */
const WAITS = [2, 3, 15, 60] as const;

/** Deliveries for which a sweep of their repository makes up, once there are many: it reads what is true now. */
const SWEPT = ["pull_request", "check_run", "check_suite"] as const;
const MANY = 50;

type RecoveryTools = Pick<
  JobTools,
  "app" | "marks" | "missed" | "policies" | "queue" | "matters" | "putOff" | "now" | "logger"
>;

/**
 * GitHub delivers nothing again by itself. What it could not hand over is found in the app's list of deliveries, and
 * asked for again: none that came, none that would ask for nothing, and none for ever.
 */
export async function recoverDeliveries(_job: unknown, tools: RecoveryTools): Promise<void> {
  const now = tools.now();
  await tools.queue.sendLater({ kind: "recover-deliveries" }, new Date(now.getTime() + EVERY_MS));
  await scanDeliveries(tools, (found) => noteMissed(tools, found));
  await sweepInstead(tools, now);
  for (const delivery of await tools.missed.due(now, ASKED_AT_ONCE)) await askFor(delivery, tools);
}

async function askFor(delivery: DueDelivery, tools: RecoveryTools): Promise<void> {
  const { guid, id, asked } = delivery;
  const wait = WAITS[asked];
  const again = wait === undefined ? null : new Date(tools.now().getTime() + wait * 60_000);
  try {
    const accepted = again !== null && (await tools.app.redeliver(id));
    if (!accepted) tools.logger.warn({ ...delivery }, "A delivery could not be recovered");
    // Noted after it was asked for: one that is asked for twice does no harm.
    await tools.missed.noteAsked(guid, accepted ? again : null);
  } catch (error) {
    // Thrown on. But one that GitHub fails at each time must not stand before all others for ever.
    if (tools.putOff(error) === null) await tools.missed.noteAsked(guid, again);
    throw error;
  }
}

/** Several attempts at one delivery share its GUID: one that was taken is enough. */
async function noteMissed(tools: RecoveryTools, listed: readonly ListedDelivery[]): Promise<void> {
  const taken = new Set(listed.filter(({ ok }) => ok).map(({ guid }) => guid));
  await tools.missed.came([...taken]);
  const failed = listed.filter((one) => !taken.has(one.guid) && tools.matters(one.event, one.action));
  const recorded = await tools.missed.recorded(failed.map(({ guid }) => guid));
  const newestFirst = new Map(failed.toReversed().map((one) => [one.guid, one]));
  const missed = [...newestFirst.values()].filter(({ guid }) => !recorded.has(guid));
  await tools.missed.add(missed, tools.now());
}

/** After hours away it is one look at each pull request that is needed, not every word of what happened to it. */
async function sweepInstead({ missed, policies, queue }: RecoveryTools, now: Date): Promise<void> {
  const crowded = await missed.crowded(now, SWEPT, MANY);
  if (crowded.length === 0) return;
  const configured = await policies.configured();
  for (const { installation, repositoryId } of crowded) {
    const known = configured.find((one) => one.installation === installation && one.repositoryId === repositoryId);
    if (known === undefined) continue;
    const { owner, name } = known;
    await queue.send([{ kind: "sweep-repository", installation, repository: { id: repositoryId, owner, name } }]);
    await missed.letGo({ installation, repositoryId }, SWEPT);
  }
}
