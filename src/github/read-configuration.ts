import { z } from "zod";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { ConfigurationReading, KnownRepository } from "../sources/ports.ts";
import { configurationFields, configurationFragments } from "./configuration-fields.ts";
import {
  concernsConfiguration,
  organisationField,
  organisationSelection,
  toConfiguration,
} from "./configuration-places.ts";
import { findHome } from "./find-home.ts";
import { readAnswer, throwFailures, throwUnlessMissing } from "./graphql.ts";
import { withBases } from "./read-bases.ts";
import type { ReaderContext } from "./reader-context.ts";

function configurationQuery(repository: RepositoryName): string {
  return `
query Configuration($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name, followRenames: true) { databaseId name owner { login } ...Configuration }
  ${organisationSelection(repository)}
}
${configurationFragments}`;
}

const answer = z.object({
  repository: z
    .object({
      databaseId: z.number(),
      name: z.string(),
      owner: z.object({ login: z.string() }),
      ...configurationFields.shape,
    })
    .nullable(),
  organisation: organisationField,
});

/** Null for a repository that cannot be seen, or is no longer this installation's: that is not one without a configuration. */
export async function readConfiguration(
  context: ReaderContext,
  asked: KnownRepository,
): Promise<ConfigurationReading | null> {
  const { client } = context;
  const { data, errors } = await client.graphql(configurationQuery(asked), { owner: asked.owner, name: asked.name });
  const { repository, organisation } = readAnswer(answer, data);
  throwFailures(errors, concernsConfiguration);
  if (!repository) throwUnlessMissing(errors, [["repository"]]);
  const home = await findHome(client, asked, repository);
  if (home.kind === "elsewhere") return readConfiguration(context, { ...asked, ...home.place });
  if (home.kind === "gone" || !repository) return null;
  const place = { owner: repository.owner.login, name: repository.name };
  return withBases(context, toConfiguration(place, { repository, organisation }, errors));
}
