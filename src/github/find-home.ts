import { z } from "zod";
import type { RepositoryName } from "../core/facts/reference.ts";
import { sameOwner, sameRepository } from "../core/facts/reference.ts";
import type { KnownRepository } from "../sources/ports.ts";
import type { GitHubClient } from "./client.ts";
import { GitHubError, hasStatus, unexpected } from "./errors.ts";
import { readAnswer } from "./graphql.ts";

/** What a query by name found. */
interface Found {
  readonly databaseId: number;
  readonly name: string;
  readonly owner: { readonly login: string };
}

export type Home =
  /** What was found is what was meant. */
  | { readonly kind: "here" }
  | { readonly kind: "elsewhere"; readonly place: RepositoryName }
  /** It was deleted, cannot be seen any more, or belongs to another installation now. */
  | { readonly kind: "gone" };

/**
 * Where the repository is that was asked for. GitHub follows renames, but only until somebody gives the old name to
 * another repository: so where its id is known, the id decides. And one that went to another owner may still be read by
 * everybody, but is no longer ours to write to.
 */
export async function findHome(client: GitHubClient, asked: KnownRepository, found: Found | null): Promise<Home> {
  const { repositoryId: id } = asked;
  const isMeant = found !== null && (id === undefined || found.databaseId === id);
  const now = isMeant ? { owner: found.owner.login, name: found.name } : await readById(client, id);
  if (now === null) return { kind: "gone" };
  if (!sameOwner(now, asked) && id !== undefined && !(await client.isInstalledAt(id))) return { kind: "gone" };
  if (isMeant) return sameOwner(now, asked) ? { kind: "here" } : { kind: "elsewhere", place: now };
  // GraphQL reads from a copy that may lag behind: the job is tried again.
  if (sameRepository(now, asked)) throw unexpected("REST and GraphQL do not agree where a repository is");
  return { kind: "elsewhere", place: now };
}

const repository = z.object({ name: z.string(), owner: z.object({ login: z.string() }) });

/**
 * What GitHub's own redirects of renamed repositories lead to. It is missing in GitHub's description, and GitHub has
 * said for years that it can be relied upon (KnpLabs/php-github-api#579, PyGithub#245).
 */
async function readById({ octokit }: GitHubClient, id: number | undefined): Promise<RepositoryName | null> {
  if (id === undefined) return null;
  try {
    const { data } = await octokit.request("GET /repositories/{id}", { id });
    const { name, owner } = readAnswer(repository, data);
    return { owner: owner.login, name };
  } catch (error) {
    // Gone or not to be seen, blocked for legal reasons: there is nothing to write to.
    if (hasStatus(error, 404, 410, 451) || isRefused(error)) return null;
    throw error;
  }
}

function isRefused(error: unknown): boolean {
  return error instanceof GitHubError && error.failure.kind === "refused";
}
