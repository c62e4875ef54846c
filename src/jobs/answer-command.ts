import type { Decision } from "../core/commands/decide-command.ts";
import type { Write } from "../core/plan/write.ts";
import { answerMarker } from "../core/report/marker.ts";
import type { JobOfKind } from "../queue/job.ts";
import type { CommandComment } from "../sources/ports.ts";
import { referenceOf, threadOf } from "./thread.ts";
import type { Connection, JobTools } from "./tools.ts";

interface Answered {
  readonly job: JobOfKind["run-command"];
  readonly tools: Pick<JobTools, "commands" | "now"> & { readonly queue: Pick<JobTools["queue"], "sendLater"> };
  readonly github: Connection;
  readonly comment: CommandComment;
}

/**
 * Answers once: by a reaction, which GitHub keeps once however often it is set, and in words where there is something to
 * say. Of words it is noted before that they are about to be written; if that is found noted, they are looked for first.
 */
export async function answerCommand(answered: Answered, { reaction, words }: Decision): Promise<void> {
  const { job, tools, github, comment } = answered;
  const react: Write = { kind: "add-reaction", commentId: comment.id, content: reaction };
  const say = words === null ? [] : await sayOnce(answered, `${answerMarker(comment.id)}\n${words.markdown}`);
  // What is refused, in a locked conversation, would be refused again.
  const { postponedTo } = await github.writer.apply(referenceOf(job), [react, ...say]);
  if (postponedTo !== undefined) return tools.queue.sendLater(job, postponedTo, "fresh");
  await tools.commands.noteAnswered(threadOf(job), comment.nodeId);
}

/** In milliseconds. A command that is heard of later may have been answered before the store was lost that knew it. */
const SOON_MS = 10 * 60 * 1000;

async function sayOnce({ job, tools, github, comment }: Answered, body: string): Promise<readonly Write[]> {
  const claim = await tools.commands.claimAnswer(threadOf(job), comment.nodeId, tools.now());
  if (claim === "answered" || claim === "too-many") return [];
  const since = comment.createdAt;
  const isFirst = claim === "first" && tools.now().getTime() - since.getTime() <= SOON_MS;
  const given = { commentId: comment.id, since };
  if (!isFirst && (await github.reader.hasAnswer(referenceOf(job), given))) return [];
  return [{ kind: "create-comment", body }];
}
