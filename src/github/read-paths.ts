import { z } from "zod";
import type { PullRequestReading } from "../sources/ports.ts";
import type { GitHubClient } from "./client.ts";
import { compareWithBase } from "./compare-with-base.ts";
import type { ComparedPullRequest } from "./compare-with-base.ts";
import { readAnswer } from "./graphql.ts";

/** GitHub lists no more files of one pull request, and does not say that there are more. */
const maximalFiles = 3000;

const files = z.array(z.object({ filename: z.string(), previous_filename: z.string().optional() }));

/** All changed paths, old names of renamed files included; null when GitHub may not have listed all. */
export async function readPaths(
  client: GitHubClient,
  pull: ComparedPullRequest & Pick<PullRequestReading, "state">,
): Promise<readonly string[] | null> {
  // What was merged is in the base branch: compared with that, nothing is left of it.
  const compared = pull.state === "open" ? await compareWithBase(client, pull) : null;
  return compared?.paths ?? listPaths(client, pull);
}

/** A list that is as long as it should be: another head, pushed since, may have other files. */
async function listPaths({ octokit }: GitHubClient, pull: ComparedPullRequest): Promise<readonly string[] | null> {
  const { owner, name: repo, number } = pull.reference;
  const parameters = { owner, repo, pull_number: number, per_page: 100 };
  const listed = await octokit.paginate(octokit.rest.pulls.listFiles, parameters);
  if (listed.length >= maximalFiles || listed.length !== pull.changedFiles) return null;
  return readAnswer(files, listed).flatMap((file) => [file.filename, file.previous_filename ?? []].flat());
}
