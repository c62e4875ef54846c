import { z } from "zod";
import type { JobOfKind } from "../queue/job.ts";
import { atHome, knownRepository } from "./thread.ts";
import type { Connection, JobTools } from "./tools.ts";

type RecheckCommit = JobOfKind["recheck-commit"];

/** Those that we give. */
const conclusions = z.enum(["success", "neutral", "failure", "action_required", "skipped"]);

/** Somebody asked for a check again: looks at every open pull request of that commit. */
export async function recheckCommit(asked: RecheckCommit, { connect, queue }: JobTools): Promise<void> {
  const connection = await connect(asked.installation);
  const { reader } = connection;
  const place = await reader.findRepository(knownRepository(asked));
  if (place === null) return;
  const job = atHome(asked, place);
  const { installation, repository, sha } = job;
  const numbers = await reader.listPullRequestsOfCommit(repository, sha);
  if (numbers.length === 0) return answerAsBefore(job, connection);
  await queue.send(
    numbers.map((number) => ({ kind: "reconcile-pull-request", installation, repository, number })),
    "fresh",
  );
}

/** What is merged or closed is not judged anew. But GitHub would show its check as queued until somebody answers. */
async function answerAsBefore({ repository, sha }: RecheckCommit, { reader, writer }: Connection): Promise<void> {
  const run = await reader.readRunOfCommit(repository, sha);
  const conclusion = conclusions.safeParse(run?.conclusion);
  if (run === null || run.completed || !conclusion.success || !Number.isInteger(run.number)) return;
  const { id, title, summary, text, number } = run;
  const content = { conclusion: conclusion.data, title, summary, text };
  await writer.apply({ ...repository, number }, [{ kind: "update-check-run", id, content }]);
}
