import type { LoadedConfig } from "../config/load.ts";
import type { Visibility } from "../core/facts/issue.ts";
import { readTold } from "../core/report/board/told.ts";
import type { Told } from "../core/report/board/told.ts";
import { mayQuote } from "../core/verdict/policy.ts";
import type { JobOfKind } from "../queue/job.ts";
import { gatherBoard } from "../sources/gather-board.ts";
import { repositoryOf } from "./thread.ts";
import type { Connection, JobTools } from "./tools.ts";

/** In milliseconds. Follow-ups are always those of now; what else is told may be so old when many of them change. */
const TOLD_FOR_MS = 3600 * 1000;

interface Asked {
  readonly job: JobOfKind["refresh-board"];
  readonly github: Connection;
  readonly loaded: LoadedConfig & { kind: "ok" };
  readonly visibility: Visibility | null;
  /** Another one tells that some file of the configuration has changed. */
  readonly version: string;
}

/** What GitHub tells for the board besides follow-ups, asked anew where that was long ago, or by another configuration. */
export async function tellBoard(
  { job, github, loaded, visibility, version }: Asked,
  { boards, now, webUrl }: Pick<JobTools, "boards" | "now" | "webUrl">,
): Promise<Told> {
  const { config, sources } = loaded;
  const place = repositoryOf(job);
  const quotes = mayQuote({ sources });
  const policy = `${version} ${quotes ? "for all" : "hidden"}`;
  const at = now();
  const noted = readTold(await boards.told(place));
  const isNew = noted !== null && Math.abs(at.getTime() - noted.at.getTime()) < TOLD_FOR_MS;
  if (isNew && noted.policy === policy && noted.visibility === visibility) return noted;
  const gathered = await gatherBoard(github.reader, job.repository, { ...config, mayQuote: quotes });
  const { board, follow_up: followUp } = config;
  const told = { at, policy, visibility, webUrl, timeZone: followUp.time_zone, title: board.title, ...gathered };
  await boards.noteTold(place, told);
  return told;
}
