import { loadConfig } from "../config/load.ts";
import { seenIn } from "../core/follow-up/seen-in.ts";
import { readSummary } from "../core/follow-up/summary.ts";
import type { FollowUpSummary } from "../core/follow-up/summary.ts";
import { renderBoard } from "../core/report/board/render-board.ts";
import type { JobOfKind } from "../queue/job.ts";
import type { OfRepository } from "../queue/known-heads.ts";
import { versionOf } from "./note-policy.ts";
import { putUpBoard } from "./put-up-board.ts";
import { tellBoard } from "./tell-board.ts";
import { atHome, knownRepository, repositoryOf } from "./thread.ts";
import type { JobTools } from "./tools.ts";
import { assertReadable } from "./unreadable.ts";

type Refresh = JobOfKind["refresh-board"];

/** Makes the board of a repository show what is true now. It is made when the first merged work is followed up there. */
export async function refreshBoard(asked: Refresh, tools: JobTools): Promise<void> {
  const place = repositoryOf(asked);
  const summaries = await readSummaries(place, tools);
  const known = await tools.boards.of(place);
  if (summaries.length === 0 && !("number" in known)) return;
  const github = await tools.connect(asked.installation);
  const reading = await github.reader.readConfiguration(knownRepository(asked));
  if (reading === null) return;
  const job = atHome(asked, reading.repository);
  const loaded = loadConfig(reading);
  assertReadable(loaded);
  if (loaded.kind !== "ok" || !loaded.config.board.enabled) return;
  const { visibility } = reading.repository;
  const told = await tellBoard({ job, github, loaded, visibility, version: versionOf(reading) }, tools);
  const now = tools.now();
  const optOuts = await tools.optOuts.of(place, now);
  const seen = summaries.map((summary) => seenIn(visibility, summary));
  const board = renderBoard({ ...told, now, repository: job.repository, summaries: seen, optOuts });
  await putUpBoard({ job, github, known, board, settings: loaded.config.board }, tools);
}

/** What another version noted is left out until the next look at its thread. */
async function readSummaries(
  place: OfRepository,
  { followUps }: Pick<JobTools, "followUps">,
): Promise<readonly FollowUpSummary[]> {
  const noted = await followUps.summaries(place);
  return noted.flatMap((one) => readSummary(one) ?? []);
}
