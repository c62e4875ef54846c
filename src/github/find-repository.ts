import { z } from "zod";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { KnownRepository } from "../sources/ports.ts";
import type { GitHubClient } from "./client.ts";
import { findHome } from "./find-home.ts";
import { readAnswer, throwFailures, throwUnlessMissing } from "./graphql.ts";

const query = `
query Repository($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name, followRenames: true) { databaseId name owner { login } }
}`;

const answer = z.object({
  repository: z.object({ databaseId: z.number(), name: z.string(), owner: z.object({ login: z.string() }) }).nullable(),
});

/** What it is called now; null where it cannot be seen, or is no longer this installation's. */
export async function findRepository(client: GitHubClient, asked: KnownRepository): Promise<RepositoryName | null> {
  const { data, errors } = await client.graphql(query, { owner: asked.owner, name: asked.name });
  throwFailures(errors);
  const { repository } = readAnswer(answer, data);
  if (!repository) throwUnlessMissing(errors, [["repository"]]);
  const home = await findHome(client, asked, repository);
  if (home.kind === "elsewhere") return home.place;
  return home.kind === "gone" || !repository ? null : { owner: repository.owner.login, name: repository.name };
}
