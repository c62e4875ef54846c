import type { Octokit } from "@octokit/rest";
import { z } from "zod";
import type { RepositoryName } from "../core/facts/reference.ts";
import { readAnswer } from "./graphql.ts";

const repositories = z.array(z.object({ id: z.number(), name: z.string(), owner: z.object({ login: z.string() }) }));

/** All that the installation may see. */
export async function listRepositories({
  octokit,
}: {
  readonly octokit: Octokit;
}): Promise<readonly (RepositoryName & { readonly id: number })[]> {
  const listed = await octokit.paginate(octokit.rest.apps.listReposAccessibleToInstallation, { per_page: 100 });
  return readAnswer(repositories, listed).map(({ id, name, owner }) => ({ id, name, owner: owner.login }));
}
