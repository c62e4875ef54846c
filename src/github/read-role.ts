import { z } from "zod";
import type { Role } from "../core/facts/actor.ts";
import { roles } from "../core/facts/actor.ts";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { GitHubClient } from "./client.ts";
import { hasStatus, isNoAnswer } from "./errors.ts";
import { readAnswer } from "./graphql.ts";

/**
 * `role_name` is exact for GitHub's own roles; `permission` knows no maintain and no triage. A custom role has a name of
 * its own, and then `permission` is the nearest that GitHub tells.
 */
const answer = z
  .object({ permission: z.string(), role_name: z.string().optional() })
  .transform(({ permission, role_name: role }) => toRole(role) ?? toRole(permission) ?? "none");

function toRole(name: string | undefined): Role | undefined {
  return roles.find((role) => role === name);
}

/** Of a person: a bot's login without its "[bot]" may be the login of somebody else. */
export async function readRole(
  { octokit }: GitHubClient,
  repository: RepositoryName,
  login: string,
): Promise<Role | "unknown"> {
  try {
    const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({
      owner: repository.owner,
      repo: repository.name,
      username: login,
    });
    return readAnswer(answer, data);
  } catch (error) {
    // No such person, or none who may see the repository.
    if (hasStatus(error, 404)) return "none";
    // The one question that GitHub failed to answer decides whether something counts, not what else is found.
    if (isNoAnswer(error)) return "unknown";
    throw error;
  }
}
