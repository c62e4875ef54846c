import { findOptOut } from "../core/follow-up/opt-out-record.ts";
import { findRecord } from "../core/follow-up/record.ts";
import type { Desired } from "../core/plan/desired.ts";
import type { Verdict } from "../core/verdict/verdict.ts";
import type { PullRequestReading } from "../sources/ports.ts";
import { boardChanged } from "./board-changed.ts";
import type { Look } from "./look.ts";
import { repositoryOf } from "./thread.ts";
import type { JobTools } from "./tools.ts";

interface Looked {
  readonly job: Look["job"];
  readonly tools: Pick<JobTools, "optOuts" | "queue">;
  readonly reading: Pick<PullRequestReading, "state" | "checkRun" | "reference" | "createdAt" | "mergedAt">;
}

/** Why nothing is asked of a pull request, for the board. Never who said so. */
export async function noteOptOut(look: Looked, verdict: Verdict, desired: Desired): Promise<void> {
  const { job, tools, reading } = look;
  const reason = reasonOf(reading, verdict, desired);
  // By GitHub's dates: those of a store that was lost would be others.
  const at = reading.mergedAt ?? reading.createdAt;
  const { changed } = await tools.optOuts.note(repositoryOf(job), { number: job.number, reason, at });
  if (changed) await boardChanged(job, tools.queue);
}

/** Of what is closed without a merge nothing could have been asked. */
function reasonOf(
  { state, checkRun, reference }: Looked["reading"],
  verdict: Verdict,
  desired: Desired,
): string | null {
  switch (state) {
    case "open":
      return verdict.kind === "opted-out" ? verdict.reason : null;
    case "closed":
      return null;
    case "merged": {
      const written = desired.checkRun.kind === "record" ? desired.checkRun.content.text : "";
      return recordedOptOut(`${checkRun?.text ?? ""}\n\n${written}`, reference.number);
    }
  }
}

/** By the text of its final check run. Work that was linked after its merge is followed up, whatever was said before. */
export function recordedOptOut(shown: string, number: number): string | null {
  return findRecord(shown, number) === null ? findOptOut(shown, number) : null;
}
