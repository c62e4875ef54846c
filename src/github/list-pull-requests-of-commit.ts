import { z } from "zod";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { GitHubClient } from "./client.ts";
import { hasStatus } from "./errors.ts";
import { readAnswer } from "./graphql.ts";
import { listOpenPullRequests } from "./list-open-pull-requests.ts";

const listed = z.array(
  z.object({
    number: z.number(),
    state: z.string(),
    head: z.object({ sha: z.string() }),
    base: z.object({ repo: z.object({ full_name: z.string() }) }),
  }),
);

/**
 * Open pull requests of this repository whose head is `sha`. GitHub's list for a commit leaves out those from forks and
 * may name those of other repositories: where it has none of ours, all open ones are compared.
 */
export async function listPullRequestsOfCommit(
  client: GitHubClient,
  repository: RepositoryName,
  sha: string,
): Promise<readonly number[]> {
  const numbers = await listByCommit(client, repository, sha);
  if (numbers.length > 0) return numbers;
  const open = await listOpenPullRequests(client, repository);
  return open.filter((one) => one.headRefOid === sha).map((one) => one.number);
}

async function listByCommit(
  { octokit }: GitHubClient,
  { owner, name }: RepositoryName,
  sha: string,
): Promise<readonly number[]> {
  try {
    const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({
      owner,
      repo: name,
      commit_sha: sha,
      per_page: 100,
    });
    const here = `${owner}/${name}`.toLowerCase();
    return readAnswer(listed, data)
      .filter((one) => one.state === "open" && one.head.sha === sha && one.base.repo.full_name.toLowerCase() === here)
      .map((one) => one.number);
  } catch (error) {
    // A fork's commit may not be known here: GitHub answers 422 ("No commit found") or 404.
    if (hasStatus(error, 404, 422)) return [];
    throw error;
  }
}
