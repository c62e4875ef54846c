import { findCommand } from "../core/commands/index.ts";
import { parseCommand } from "../core/commands/parse-command.ts";
import type { Facts } from "../core/facts/facts.ts";
import type { Job, JobOfKind } from "../queue/job.ts";
import type { CommandComment, ThreadReading } from "../sources/ports.ts";
import type { KnownThread } from "./known-thread.ts";
import { mayAnswerSince } from "./answer-until.ts";
import { threadOf } from "./thread.ts";
import type { JobTools } from "./tools.ts";

interface Look {
  readonly job: JobOfKind["reconcile-pull-request" | "review-problem"];
  readonly tools: Pick<JobTools, "commands" | "queue" | "now" | "webUrl">;
  readonly thread: KnownThread;
  readonly reading: { readonly thread: ThreadReading };
}

/** In milliseconds. GitHub may show a comment later than it tells of it: one that is new is not gone because it is missing. */
const LAG_MS = 3600 * 1000;

/**
 * Keeps the index of commands true after a look: those that were found among all comments are noted, and answered if nobody
 * has yet, for the delivery that told of them may be lost; those that are gone are forgotten.
 */
export async function noteCommands(look: Look): Promise<void> {
  const { job, tools, thread, reading } = look;
  const found = reading.thread.commandComments;
  // Nothing is known of most new threads, and nothing is there.
  if (thread.known.kind === "cold" && found.length === 0) return;
  const goneBefore = new Date(tools.now().getTime() - LAG_MS);
  if (thread.asked.kind === "cold") return noteFound(look, goneBefore);
  const gone = thread.commands.filter((id) => !found.some(({ nodeId }) => nodeId === id));
  await tools.commands.forget(threadOf(job), gone, goneBefore);
}

async function noteFound({ job, tools, thread, reading }: Look, goneBefore: Date): Promise<void> {
  const given = reading.thread.commandComments.filter(isGiven);
  const commands = given.map((one) => ({
    nodeId: one.nodeId,
    at: one.createdAt,
    standing: mayStand(one, { job, tools }),
  }));
  const { doubts } = thread.before;
  const news = await tools.commands.noteAll(threadOf(job), { commands, doubts, goneBefore });
  const unanswered = given.filter(
    ({ nodeId, createdAt }) => news.includes(nodeId) && createdAt > mayAnswerSince(tools),
  );
  if (unanswered.length > 0) await tools.queue.send(unanswered.map((one) => runOf(job, one)));
}

/** A command of a person, as it was written: one that was edited or hidden counts no more, whoever did it. */
export function isGiven({ author, edited, hidden, body }: CommandComment): boolean {
  return author?.kind === "user" && !edited && !hidden && parseCommand(body).kind !== "none";
}

interface Where {
  readonly job: Pick<Look["job"], "repository">;
  readonly tools: Pick<JobTools, "webUrl">;
}

/** Whether it says something for as long as it stands there, if who wrote it may say so. */
export function mayStand({ body }: CommandComment, { job: { repository }, tools: { webUrl } }: Where): boolean {
  const parsed = parseCommand(body);
  if (parsed.kind !== "command") return false;
  return findCommand(parsed.name).read(parsed.argument, { repository, webUrl }).kind === "statement";
}

function runOf({ kind, installation, repository, number }: Look["job"], { nodeId, id }: CommandComment): Job {
  const on: Facts["kind"] = kind === "review-problem" ? "problem" : "pull_request";
  return { kind: "run-command", installation, repository, number, on, comment: nodeId, commentId: id };
}
