import { SWEPT_EVERY_MS } from "./sweep.ts";
import type { JobTools } from "./tools.ts";

/** In milliseconds: what waits since before the start comes first. */
const SOON_MS = 5000;

/** Each sends its own next run; this sees to the first one, and to one whose last run never came to that. */
export async function startRecurring({ queue, marks, now }: Pick<JobTools, "queue" | "marks" | "now">): Promise<void> {
  const soon = now().getTime() + SOON_MS;
  await queue.sendLater({ kind: "recover-deliveries" }, new Date(soon));
  await queue.sendLater({ kind: "wake-follow-ups" }, new Date(soon));
  const sweptAt = await marks.read("swept-at");
  // A time to come was noted before somebody set the clock back.
  const last = sweptAt === null ? 0 : Math.min(new Date(sweptAt).getTime(), now().getTime());
  await queue.sendLater({ kind: "sweep" }, new Date(Math.max(soon, last + SWEPT_EVERY_MS)));
}
