import { z } from "zod";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { ListedQueueEntry } from "../sources/ports.ts";
import type { GitHubClient } from "./client.ts";
import { readAnswer, throwFailures } from "./graphql.ts";

/** No connection is asked for, so that all of them cost one point. */
function queryFor(entries: readonly ListedQueueEntry[]): string {
  const parameters = entries.map((_, i) => `$ref${i}: String!`);
  const branches = entries.map((_, i) => `    b${i}: ref(qualifiedName: $ref${i}) { target { oid } }`);
  return `
query QueueBranches($owner: String!, $name: String!, ${parameters.join(", ")}) {
  repository(owner: $owner, name: $name, followRenames: true) {
${branches.join("\n")}
  }
}`;
}

const branch = z.object({ target: z.object({ oid: z.string() }).nullish() });
const answer = z.object({ repository: z.record(z.string(), branch.nullable()).nullable() });

/**
 * Without the entries whose commit no branch of GitHub's stands on. Where the queue merges several pull requests at once,
 * each has a commit, but GitHub builds and checks the last alone: a run on another is one that nobody waits for. No
 * request where every run is completed, which is so but for what is being checked.
 */
export async function onlyBuilt(
  client: GitHubClient,
  { owner, name }: RepositoryName,
  entries: readonly ListedQueueEntry[],
): Promise<readonly ListedQueueEntry[]> {
  const open = entries.filter(({ run }) => run !== "completed");
  if (open.length === 0) return entries;
  const refs = Object.fromEntries(open.map(({ ref }, i) => [`ref${i}`, ref]));
  const { data, errors } = await client.graphql(queryFor(open), { owner, name, ...refs });
  throwFailures(errors);
  const { repository } = readAnswer(answer, data);
  const unbuilt = new Set(open.filter(({ sha }, i) => repository?.[`b${i}`]?.target?.oid !== sha));
  return entries.filter((one) => !unbuilt.has(one));
}
