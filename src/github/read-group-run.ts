import { z } from "zod";
import type { MergeGroup } from "../core/facts/merge-group.ts";
import type { ObservedGroupRun } from "../core/facts/observed.ts";
import { checkRunName } from "./check-run-name.ts";
import { date } from "./connection.ts";
import { readAnswer } from "./graphql.ts";
import type { ReaderContext } from "./reader-context.ts";

const answer = z.object({
  check_runs: z.array(
    z.object({
      id: z.number(),
      status: z.string(),
      conclusion: z.string().nullish(),
      started_at: date.nullish(),
      output: z.object({ title: z.string().nullish(), summary: z.string().nullish(), text: z.string().nullish() }),
    }),
  ),
});

/** Our run on a group's commit, over REST: the two fail apart. */
export async function readGroupRun(
  { app, client }: ReaderContext,
  { owner, name, sha }: MergeGroup,
): Promise<ObservedGroupRun | null> {
  const { data } = await client.octokit.rest.checks.listForRef({
    owner,
    repo: name,
    ref: sha,
    check_name: checkRunName,
    app_id: app.id,
    filter: "latest",
  });
  const latest = readAnswer(answer, data).check_runs.toSorted((a, b) => b.id - a.id)[0];
  if (latest === undefined) return null;
  const { id, status, conclusion = null, started_at: startedAt, output } = latest;
  return {
    id,
    completed: status === "completed",
    conclusion,
    title: output.title ?? "",
    summary: output.summary ?? "",
    text: output.text ?? "",
    runningSince: status === "in_progress" ? (startedAt ?? null) : null,
  };
}
