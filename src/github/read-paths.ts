import { z } from "zod";
import type { Reference } from "../core/facts/reference.ts";
import type { GitHubClient } from "./client.ts";
import { readAnswer } from "./graphql.ts";

/** GitHub lists no more files of one pull request, and does not say that there are more. */
const maximalFiles = 3000;

const files = z.array(z.object({ filename: z.string(), previous_filename: z.string().optional() }));

/** All changed paths, old names of renamed files included; null when GitHub may not have listed all. */
export async function readPaths({ octokit }: GitHubClient, reference: Reference): Promise<readonly string[] | null> {
  const listed = await octokit.paginate(octokit.rest.pulls.listFiles, {
    owner: reference.owner,
    repo: reference.name,
    pull_number: reference.number,
    per_page: 100,
  });
  if (listed.length >= maximalFiles) return null;
  return readAnswer(files, listed).flatMap((file) => [file.filename, file.previous_filename ?? []].flat());
}
