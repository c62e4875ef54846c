import type { ThreadWrites } from "../core/plan/plan-follow-up.ts";
import { followUpKind } from "../core/report/marker.ts";
import type { Write } from "../core/plan/write.ts";
import type { JobOfKind } from "../queue/job.ts";
import { letGoIfRemoved } from "./let-go-if-removed.ts";
import type { Connection, JobTools } from "./tools.ts";

interface Means {
  readonly job: JobOfKind["settle-follow-up"];
  readonly tools: Pick<JobTools, "logger"> & { readonly queue: Pick<JobTools["queue"], "send"> };
  readonly github: Pick<Connection, "writer" | "reader">;
  /** Told before something new is said on the home, for whether GitHub took it may never be known; null: it did not. */
  readonly onSaying: (said: Said | null) => Promise<void>;
  /** Told at once of what was newly said on the home. */
  readonly onSaid: (said: Said) => Promise<void>;
}

export type Said = "question" | "reminder" | "quote";

interface Applied {
  /** When there is room again for what was left out; null: nothing was. */
  readonly postponedTo: Date | null;
}

/**
 * Thread by thread, the home first. What has no room is left out with all that follows. What is refused, in a locked
 * conversation, is told in the log; it is tried again when something becomes due or changes, and never in a loop. Labels
 * say that somebody was asked, so where the question is refused they stay as they are.
 */
export async function applyFollowUp(means: Means, plan: readonly ThreadWrites[]): Promise<Applied> {
  for (const { thread, writes } of plan.flatMap(splitBehindQuestion)) {
    let saying: Said | null = null;
    const { refused, postponedTo } = await means.github.writer.apply(thread, writes, {
      async before(write) {
        const said = saidBy(write);
        saying = said ?? saying;
        if (said !== null) await means.onSaying(said);
      },
      async after(write) {
        const said = saidBy(write);
        if (said === null) return;
        saying = null;
        await means.onSaid(said);
      },
    });
    if (saying !== null) await means.onSaying(null);
    for (const { write, reason } of refused) {
      means.tools.logger.warn({ write: write.kind, reason, job: means.job }, "GitHub refused a write");
    }
    if (refused.length > 0 && (await letGoIfRemoved(means))) return { postponedTo: null };
    if (postponedTo !== undefined) return { postponedTo };
    if (refused.some(({ write }) => saidBy(write) === "question")) return { postponedTo: null };
  }
  return { postponedTo: null };
}

/** Whether GitHub takes a question is known before what follows it is written. */
function splitBehindQuestion({ thread, writes }: ThreadWrites): readonly ThreadWrites[] {
  const behind = writes.findIndex((write) => saidBy(write) === "question") + 1;
  const parts = [writes.slice(0, behind), writes.slice(behind)];
  return parts.filter((part) => part.length > 0).map((part) => ({ thread, writes: part }));
}

function saidBy(write: Write): Said | null {
  return write.kind === "create-comment" ? followUpKind(write.body) : null;
}
