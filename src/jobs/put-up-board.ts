import type { Board } from "../core/report/board/render-board.ts";
import { isSameBoard } from "../core/report/board/render-board.ts";
import type { BoardSettings } from "../core/report/board/board-settings.ts";
import type { JobOfKind } from "../queue/job.ts";
import type { KnownBoard } from "../queue/known-boards.ts";
import type { BoardReading, BoardWriteEnd } from "../sources/board-reading.ts";
import { repositoryOf } from "./thread.ts";
import type { Connection, JobTools } from "./tools.ts";

interface Wanted {
  readonly job: JobOfKind["refresh-board"];
  readonly github: Connection;
  readonly known: KnownBoard;
  readonly board: Board;
  readonly settings: BoardSettings;
}

interface Tools {
  readonly boards: Pick<JobTools["boards"], "note">;
  readonly queue: Pick<JobTools["queue"], "sendLater">;
}

/**
 * One issue, found by its number or else by label and author, and edited where it says something else. What a person closed
 * or deleted stays so, and so does a title that a person changed.
 */
export async function putUpBoard(wanted: Wanted, tools: Tools): Promise<void> {
  const { job, known, settings } = wanted;
  if (known.kind === "deleted" && known.label === settings.label) return;
  const found = await find(wanted);
  // It is put up again when something changes.
  if (found === "unseen") return;
  if (found === null && "number" in known) {
    return tools.boards.note(repositoryOf(job), { kind: "deleted", label: settings.label });
  }
  await (found === null ? make(wanted, tools) : keep(wanted, found, tools));
}

async function find({ job, github, known, settings }: Wanted): Promise<BoardReading | "unseen" | null> {
  const { reader } = github;
  return "number" in known
    ? reader.readBoard(job.repository, known.number)
    : reader.findBoard(job.repository, settings.label);
}

/** Noted before, so that the next run knows what to do with one that it finds where this one did not hear that it was made. */
async function make(wanted: Wanted, tools: Tools): Promise<void> {
  const { job, github, board, settings } = wanted;
  await tools.boards.note(repositoryOf(job), { kind: "making" });
  const label = { name: settings.label, color: "1d76db", description: "What was learned, and what is looked at next." };
  const made = await github.board.createBoard(job.repository, { ...board, label });
  if (made.kind !== "created") return putOff(job, made, tools);
  await tools.boards.note(repositoryOf(job), { kind: "made", number: made.number });
  await pin(wanted, { ...made, isPinned: false }, tools);
}

/** One that is found without a note of its making may have been unpinned by a person. */
async function keep(wanted: Wanted, found: BoardReading, tools: Tools): Promise<void> {
  const { job, github, known, board } = wanted;
  if (known.kind === "making" || known.kind === "made") await pin(wanted, found, tools);
  else if (known.kind !== "there") await noteThere(job, found, tools);
  if (found.state === "closed" || isSameBoard(found.body, board)) return;
  const ended = await github.board.updateBoard(job.repository, found.number, { body: board.body });
  await putOff(job, ended, tools);
}

/** Noted afterwards: until then the next run knows that nobody has unpinned it. */
async function pin(
  { job, github, settings }: Wanted,
  board: Pick<BoardReading, "nodeId" | "number" | "isPinned">,
  tools: Tools,
): Promise<void> {
  if (settings.pin && !board.isPinned) {
    const ended = await github.board.pinBoard(board.nodeId);
    if (ended.kind === "no-room") return putOff(job, ended, tools);
  }
  await noteThere(job, board, tools);
}

function noteThere(job: Wanted["job"], { number }: Pick<BoardReading, "number">, { boards }: Tools): Promise<void> {
  return boards.note(repositoryOf(job), { kind: "there", number });
}

/** What GitHub refuses is left: the repository is archived, or the app may not write there. */
async function putOff(job: Wanted["job"], ended: BoardWriteEnd, { queue }: Tools): Promise<void> {
  if (ended.kind === "no-room") await queue.sendLater(job, ended.at);
}
