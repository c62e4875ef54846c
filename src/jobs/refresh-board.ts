import { loadConfig } from "../config/load.ts";
import type { LoadedConfig } from "../config/load.ts";
import { summarySchema } from "../core/follow-up/summary.ts";
import type { FollowUpSummary } from "../core/follow-up/summary.ts";
import type { Board } from "../core/report/board/render-board.ts";
import { renderBoard } from "../core/report/board/render-board.ts";
import { readTold } from "../core/report/board/told.ts";
import type { Told } from "../core/report/board/told.ts";
import type { JobOfKind } from "../queue/job.ts";
import type { BoardSettings } from "../core/report/board/board-settings.ts";
import type { OfRepository } from "../queue/known-heads.ts";
import { gatherBoard } from "../sources/gather-board.ts";
import { putUpBoard } from "./put-up-board.ts";
import { atHome, knownRepository } from "./thread.ts";
import type { Connection, JobTools } from "./tools.ts";
import { assertReadable } from "./unreadable.ts";

type Refresh = JobOfKind["refresh-board"];

/** In milliseconds. Follow-ups are always those of now; what else is told may be so old when many of them change. */
const TOLD_FOR_MS = 3600 * 1000;

/** Makes the board of a repository show what is true now. It is made when the first merged work is followed up there. */
export async function refreshBoard(asked: Refresh, tools: JobTools): Promise<void> {
  const place = placeOf(asked);
  const summaries = await readSummaries(place, tools);
  const known = await tools.boards.of(place);
  if (summaries.length === 0 && known.kind !== "there") return;
  const github = await tools.connect(asked.installation);
  const reading = await github.reader.readConfiguration(knownRepository(asked));
  if (reading === null) return;
  const job = atHome(asked, reading.repository);
  const loaded = loadConfig(reading);
  assertReadable(loaded);
  if (loaded.kind !== "ok" || !loaded.config.board.enabled) return;
  const board = await renderNow({ job, github, config: loaded.config, summaries }, tools);
  await putUpBoard({ job, github, known, board, settings: loaded.config.board }, tools);
}

function placeOf({ installation, repository }: Refresh): OfRepository {
  return { installation, repositoryId: repository.id };
}

/** What another version noted is left out until the next look at its thread. */
async function readSummaries(
  place: OfRepository,
  { followUps }: Pick<JobTools, "followUps">,
): Promise<readonly FollowUpSummary[]> {
  const noted = await followUps.summaries(place);
  return noted.flatMap((one) => summarySchema.safeParse(one).data ?? []);
}

interface Rendering {
  readonly job: Refresh;
  readonly github: Connection;
  readonly config: (LoadedConfig & { kind: "ok" })["config"];
  readonly summaries: readonly FollowUpSummary[];
}

async function renderNow(rendering: Rendering, tools: JobTools): Promise<Board> {
  const { job, summaries } = rendering;
  const now = tools.now();
  const told = await tell(rendering, tools);
  const optOuts = await tools.optOuts.of(placeOf(job), now);
  return renderBoard({ ...told, now, repository: job.repository, summaries, optOuts });
}

/** What GitHub tells besides follow-ups, asked anew where that was long ago. */
async function tell({ job, github, config }: Rendering, tools: JobTools): Promise<Told> {
  const now = tools.now();
  const settings = {
    webUrl: tools.webUrl,
    timeZone: config.follow_up.time_zone,
    title: config.board.title,
  } satisfies Partial<Told> & { title: BoardSettings["title"] };
  const noted = readTold(await tools.boards.told(placeOf(job)));
  const isFresh = noted !== null && Math.abs(now.getTime() - noted.at.getTime()) < TOLD_FOR_MS;
  const told = isFresh
    ? { ...noted, ...settings }
    : { ...settings, at: now, ...(await gatherBoard(github.reader, job.repository, config)) };
  await tools.boards.noteTold(placeOf(job), told);
  return told;
}
