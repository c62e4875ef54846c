import { z } from "zod";
import type { Reference } from "../core/facts/reference.ts";
import type { GitHubClient } from "./client.ts";
import { restActor } from "./actor.ts";
import { date } from "./connection.ts";
import { hasStatus } from "./errors.ts";
import { readAnswer } from "./graphql.ts";

const answer = z.object({
  state: z.enum(["open", "closed"]),
  head: z.object({ sha: z.string() }),
  created_at: date,
  user: restActor,
});

/** The least that a check needs to know of its pull request. */
export async function readHead({ octokit }: Pick<GitHubClient, "octokit">, { owner, name, number }: Reference) {
  try {
    const { data } = await octokit.rest.pulls.get({ owner, repo: name, pull_number: number });
    const { state, head, created_at: createdAt, user: author } = readAnswer(answer, data);
    return { state, sha: head.sha, createdAt, author };
  } catch (error) {
    // It was deleted with its repository, or is no longer ours to see.
    if (hasStatus(error, 404, 410, 451)) return null;
    throw error;
  }
}
