import { judgeChange } from "../config/judge-change.ts";
import type { Proposal } from "../core/report/proposal.ts";
import type { PullRequestReading } from "../sources/ports.ts";
import type { Connection } from "./tools.ts";
import { unreadable } from "./unreadable.ts";

/** What an open pull request makes of the configuration; null where it leaves that alone, or where nothing is to be said. */
export async function readProposal(
  { reader }: Pick<Connection, "reader">,
  reading: PullRequestReading,
): Promise<Proposal | null> {
  if (reading.state !== "open") return null;
  const change = await reader.readConfigurationChange(reading);
  if (change === null) return null;
  const judged = judgeChange(reading.configuration, change);
  if (judged.kind === "unreadable") throw unreadable(judged.place);
  return judged.kind === "proposal" ? judged.proposal : null;
}
