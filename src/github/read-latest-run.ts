import { z } from "zod";
import type { RepositoryName } from "../core/facts/reference.ts";
import { checkRunName } from "./check-run-name.ts";
import { date } from "./connection.ts";
import { readAnswer } from "./graphql.ts";
import type { ReaderContext } from "./reader-context.ts";

const answer = z.object({
  check_runs: z.array(
    z.object({
      id: z.number(),
      external_id: z.string().nullish(),
      status: z.string(),
      conclusion: z.string().nullish(),
      started_at: date.nullish(),
      output: z.object({ title: z.string().nullish(), summary: z.string().nullish(), text: z.string().nullish() }),
    }),
  ),
});

export interface OfCommit extends RepositoryName {
  readonly sha: string;
}

/** Our newest run on a commit, over REST: it fails apart from GraphQL. */
export async function readLatestRun({ app, client }: ReaderContext, { owner, name, sha }: OfCommit) {
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
  const { id, status, conclusion = null, started_at: startedAt, output, external_id: externalId } = latest;
  const texts = { title: output.title ?? "", summary: output.summary ?? "", text: output.text ?? "" };
  return { id, status, conclusion, startedAt: startedAt ?? null, externalId: externalId ?? "", ...texts };
}
