import { z } from "zod";
import type { MergeGroup } from "../core/facts/merge-group.ts";
import type { MergeGroupPlace, MergeGroupReading } from "../sources/ports.ts";
import { checkRunSelection, checkSuites, latestGroupRun } from "./check-run-fields.ts";
import { configurationFragments } from "./configuration-fields.ts";
import {
  concernsConfiguration,
  organisationField,
  organisationSelection,
  toConfiguration,
} from "./configuration-places.ts";
import type { GraphqlAnswer, GraphqlError } from "./graphql.ts";
import { readAnswer, throwFailures, throwUnlessMissing } from "./graphql.ts";
import type { PlaceFields, QueueEntry } from "./merge-queue-fields.ts";
import {
  entriesOf,
  nextEntries,
  placeFields,
  placeParameters,
  placeSelection,
  placeVariables,
  toPlace,
} from "./merge-queue-fields.ts";
import { findHome } from "./find-home.ts";
import { withBases } from "./read-bases.ts";
import type { ReaderContext } from "./reader-context.ts";
import { repositoryFragment, toRepository } from "./repository-fields.ts";
import { repositoryShape } from "./thread-query.ts";

function groupQuery(group: MergeGroup): string {
  return `
query MergeGroup($owner: String!, $name: String!, $sha: GitObjectID!, $appId: Int!, ${placeParameters}) {
  repository(owner: $owner, name: $name, followRenames: true) {
    ...Repository
    ...Configuration
    object(oid: $sha) { __typename ... on Commit { ${checkRunSelection} } }
    ${placeSelection}
  }
  ${organisationSelection(group)}
}
${repositoryFragment}
${configurationFragments}`;
}

const groupAnswer = z.object({
  organisation: organisationField,
  repository: z
    .object({ ...repositoryShape, ...placeFields.shape, object: z.object({ checkSuites }).nullish() })
    .nullable(),
});

/** Null when the repository cannot be seen any more. */
export async function readMergeGroup(context: ReaderContext, group: MergeGroup): Promise<MergeGroupReading | null> {
  const { app, client } = context;
  const { owner, name, sha } = group;
  const variables = { owner, name, sha, appId: app.id, ...placeVariables(group) };
  const { data, errors } = await client.graphql(groupQuery(group), variables);
  const { repository: found, organisation } = readAnswer(groupAnswer, data);
  throwFailures(errors, concernsConfiguration);
  if (!found) throwUnlessMissing(errors, [["repository"]]);
  const home = await findHome(client, group, found);
  // Moved to another owner: the organisation's configuration was read at the old one.
  if (home.kind === "elsewhere") return readMergeGroup(context, { ...group, ...home.place });
  if (home.kind === "gone" || !found) return null;
  const repository = toRepository(found);
  return {
    repository,
    configuration: await withBases(context, toConfiguration(repository, { repository: found, organisation }, errors)),
    place: await placeOf(context, group, { fields: found, errors }),
    checkRun: latestGroupRun(found.object?.checkSuites ?? []),
  };
}

function nameOf({ owner, name }: MergeGroup | MergeGroupReading["repository"]) {
  return { owner, name };
}

const placeQuery = `
query MergeGroupPlace($owner: String!, $name: String!, ${placeParameters}) {
  repository(owner: $owner, name: $name, followRenames: true) { ${placeSelection} }
}`;

const placeAnswer = z.object({ repository: placeFields.nullable() });

/** Whether a group is still in the queue. */
export async function readMergeGroupPlace(context: ReaderContext, group: MergeGroup): Promise<MergeGroupPlace> {
  const first = await askPlace(context, group, null);
  return first === null ? { kind: "gone" } : placeOf(context, group, first);
}

interface Page {
  readonly fields: PlaceFields;
  readonly errors: readonly GraphqlError[];
}

async function askPlace({ client }: ReaderContext, group: MergeGroup, after: string | null): Promise<Page | null> {
  const answer: GraphqlAnswer = await client.graphql(placeQuery, { ...nameOf(group), ...placeVariables(group, after) });
  throwFailures(answer.errors);
  const { repository } = readAnswer(placeAnswer, answer.data);
  if (repository !== null) return { fields: repository, errors: answer.errors };
  throwUnlessMissing(answer.errors, [["repository"]]);
  return null;
}

/** Goes on to the page of the queue that has the group. */
async function placeOf(context: ReaderContext, group: MergeGroup, first: Page): Promise<MergeGroupPlace> {
  const entries: QueueEntry[] = [...entriesOf(first.fields)];
  let after = nextEntries(first.fields, group);
  while (after !== null) {
    const page = await askPlace(context, group, after);
    entries.push(...(page === null ? [] : entriesOf(page.fields)));
    after = page === null ? null : nextEntries(page.fields, group);
  }
  return toPlace(group, { ...first, entries });
}
