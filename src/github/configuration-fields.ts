import { z } from "zod";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { ConfigurationFile, ConfigurationPath, ConfigurationPlace } from "../sources/ports.ts";
import { connection, date, pageInfo, visibility } from "./connection.ts";

export const configurationFileFragment = `
fragment ConfigurationFile on GitObject {
  __typename
  ... on Blob { oid text byteSize isTruncated }
}`;

/**
 * Both endings at HEAD, which is the default branch's tip, with the commits that changed each. One file with more
 * changes than are read here was there long before: when it landed is then left unknown rather than guessed. With 20 of
 * them the query of a pull request would cost a point more.
 */
export const configurationFragments = `
fragment Configuration on Repository {
  visibility
  yml: object(expression: "HEAD:.github/outcome.yml") { ...ConfigurationFile }
  yaml: object(expression: "HEAD:.github/outcome.yaml") { ...ConfigurationFile }
  defaultBranchRef {
    name
    target {
      ... on Commit {
        ymlHistory: history(path: ".github/outcome.yml", first: 16) { ...ConfigurationHistory }
        yamlHistory: history(path: ".github/outcome.yaml", first: 16) { ...ConfigurationHistory }
      }
    }
  }
}
${configurationFileFragment}
fragment ConfigurationHistory on CommitHistoryConnection {
  nodes { oid committedDate associatedPullRequests(first: 1) { nodes { mergedAt } } }
  pageInfo { hasNextPage endCursor }
}`;

export const configurationFile = z
  .union([
    z.object({
      __typename: z.literal("Blob"),
      oid: z.string(),
      text: z.string().nullish(),
      byteSize: z.number(),
      isTruncated: z.boolean(),
    }),
    // A directory or a submodule of that name is no configuration.
    z.object({ __typename: z.enum(["Tree", "Commit", "Tag"]) }).transform(() => null),
  ])
  .nullish();

const history = z
  .object({
    nodes: z.array(
      z.object({
        oid: z.string(),
        committedDate: date,
        associatedPullRequests: connection(z.object({ mergedAt: date.nullish() })),
      }),
    ),
    pageInfo,
  })
  .nullish();

export const configurationFields = z.object({
  visibility,
  yml: configurationFile,
  yaml: configurationFile,
  defaultBranchRef: z
    .object({ name: z.string(), target: z.object({ ymlHistory: history, yamlHistory: history }).nullish() })
    .nullish(),
});

type ConfigurationFields = z.output<typeof configurationFields>;

export function toPlace(name: RepositoryName, fields: ConfigurationFields): ConfigurationPlace {
  const commits = fields.defaultBranchRef?.target;
  const files = [
    toFile(".github/outcome.yml", fields.yml, commits?.ymlHistory),
    toFile(".github/outcome.yaml", fields.yaml, commits?.yamlHistory),
  ];
  return {
    owner: name.owner,
    name: name.name,
    visibility: fields.visibility,
    files: files.filter((one) => one !== null),
    readable: true,
  };
}

/** A place without a configuration, as far as GitHub shows: it answers the same when we may not read it. */
export function emptyPlace({ owner, name }: RepositoryName): ConfigurationPlace {
  return { owner, name, visibility: null, files: [], readable: true };
}

export function unreadablePlace({ owner, name }: RepositoryName): ConfigurationPlace {
  return { owner, name, visibility: null, files: [], readable: false };
}

type History = z.output<typeof history>;

export function toFile(
  path: ConfigurationPath,
  blob: z.output<typeof configurationFile>,
  commits: History,
): ConfigurationFile | null {
  if (!blob) return null;
  return {
    path,
    oid: blob.oid,
    text: blob.isTruncated ? null : (blob.text ?? null),
    bytes: blob.byteSize,
    commit: commits?.nodes[0]?.oid ?? null,
    landedAt: commits ? landedAt(commits) : null,
  };
}

/** A commit written long before its pull request was merged came to the default branch with the merge. */
function landedAt({ nodes, pageInfo: { hasNextPage } }: NonNullable<History>): Date | null {
  const first = nodes.at(-1);
  if (first === undefined || hasNextPage) return null;
  const mergedAt = first.associatedPullRequests[0]?.mergedAt ?? first.committedDate;
  return mergedAt > first.committedDate ? mergedAt : first.committedDate;
}
