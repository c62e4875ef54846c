import { z } from "zod";
import type { CommitRun } from "../sources/ports.ts";
import { readAnswer } from "./graphql.ts";
import { readLatestRun } from "./read-latest-run.ts";
import type { OfCommit } from "./read-latest-run.ts";
import type { ReaderContext } from "./reader-context.ts";

const answer = z.object({ check_suites: z.array(z.object({ status: z.string().nullish() })) });

/** Of a suite that waits for its app: somebody asked for its run again, and what that says stays with it. */
const waiting = new Set(["queued", "requested"]);

/** Over REST, which answers apart from GraphQL. */
export async function readRunOfCommit(context: ReaderContext, commit: OfCommit): Promise<CommitRun | null> {
  const { app, client } = context;
  const latest = await readLatestRun(context, commit);
  if (latest === null) return null;
  const { owner, name: repo, sha: ref } = commit;
  const { data } = await client.octokit.rest.checks.listSuitesForRef({ owner, repo, ref, app_id: app.id });
  const isAsked = readAnswer(answer, data).check_suites.some(({ status }) => waiting.has(status ?? ""));
  const { status, startedAt: _, externalId, ...run } = latest;
  return { ...run, number: Number(externalId), completed: status === "completed" && !isAsked };
}
