import { z } from "zod";
import type { PullRequestReading } from "../sources/ports.ts";
import type { GitHubClient } from "./client.ts";
import { hasStatus } from "./errors.ts";
import { readAnswer } from "./graphql.ts";

export type ComparedPullRequest = Pick<PullRequestReading, "reference" | "headSha" | "baseBranch" | "changedFiles">;

/** What a commit changes since it left the base branch. */
export interface Comparison {
  readonly mergeBase: string;
  /** Old names of renamed files included; null where GitHub may not have named all. */
  readonly paths: readonly string[] | null;
}

/** GitHub names no more files of one comparison, and does not say that there are more. */
const mostFiles = 300;

const answer = z.object({
  merge_base_commit: z.object({ sha: z.string() }),
  files: z.array(z.object({ filename: z.string(), previous_filename: z.string().optional() })).optional(),
});

/**
 * Of the head commit that was read, while a pull request's own list of files is of whatever its head is by now. A fork's
 * commits are found in the repository that it asks. Null where the two have no common ancestor.
 */
export async function compareWithBase(
  { octokit }: GitHubClient,
  pull: ComparedPullRequest,
): Promise<Comparison | null> {
  const { owner, name: repo } = pull.reference;
  // Files stand on the first page of commits alone. Of a huge change GitHub need not even work them out.
  const page = pull.changedFiles >= mostFiles ? 2 : 1;
  const basehead = `${pull.baseBranch}...${pull.headSha}`;
  try {
    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead, per_page: 1, page });
    const { merge_base_commit: mergeBase, files } = readAnswer(answer, data);
    return { mergeBase: mergeBase.sha, paths: page === 1 ? pathsOf(files ?? []) : null };
  } catch (error) {
    // GitHub's answer for histories that have nothing in common, as after the base was written anew.
    if (hasStatus(error, 404)) return null;
    throw error;
  }
}

function pathsOf(files: NonNullable<z.output<typeof answer>["files"]>): readonly string[] | null {
  if (files.length >= mostFiles) return null;
  return files.flatMap(({ filename, previous_filename: before }) => [filename, before ?? []].flat());
}
