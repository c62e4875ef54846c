import { z } from "zod";
import type { RepositoryReading } from "../sources/ports.ts";
import { connection, visibility } from "./connection.ts";

/** `query` searches names and descriptions, so that more than ours may come: readers look for exact names. */
export const repositoryFragment = `
fragment Repository on Repository {
  databaseId name visibility isArchived
  owner { login }
  outcomeLabels: labels(query: "outcome:", first: 20) { nodes { name } }
}`;

export const repositoryFields = z.object({
  databaseId: z.number(),
  name: z.string(),
  visibility,
  isArchived: z.boolean(),
  owner: z.object({ login: z.string() }),
  outcomeLabels: connection(z.object({ name: z.string() })),
});

/** The default branch is asked for with the configuration's history; a repository without commits has none. */
type RepositoryFields = z.output<typeof repositoryFields> & {
  readonly defaultBranchRef?: { readonly name: string } | null | undefined;
};

export function toRepository(fields: RepositoryFields): RepositoryReading {
  return {
    id: fields.databaseId,
    owner: fields.owner.login,
    name: fields.name,
    visibility: fields.visibility,
    defaultBranch: fields.defaultBranchRef?.name ?? "",
    archived: fields.isArchived,
    outcomeLabels: fields.outcomeLabels.map((label) => label.name),
  };
}
