import { z } from "zod";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { ConfigurationReading } from "../sources/ports.ts";
import { configurationFields, configurationFragments, unreadablePlace } from "./configuration-fields.ts";
import {
  concernsConfiguration,
  organisationField,
  organisationSelection,
  toConfiguration,
  toOrganisation,
} from "./configuration-places.ts";
import { readAnswer, throwFailures, throwUnlessMissing } from "./graphql.ts";
import { withBases } from "./read-bases.ts";
import type { ReaderContext } from "./reader-context.ts";

function configurationQuery(repository: RepositoryName): string {
  return `
query Configuration($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name, followRenames: true) { name owner { login } ...Configuration }
  ${organisationSelection(repository)}
}
${configurationFragments}`;
}

const answer = z.object({
  repository: z
    .object({ name: z.string(), owner: z.object({ login: z.string() }), ...configurationFields.shape })
    .nullable(),
  organisation: organisationField,
});

/** A repository that cannot be seen is not readable, rather than without a configuration. */
export async function readConfiguration(context: ReaderContext, asked: RepositoryName): Promise<ConfigurationReading> {
  const { data, errors } = await context.client.graphql(configurationQuery(asked), { owner: asked.owner, name: asked.name });
  const { repository, organisation } = readAnswer(answer, data);
  throwFailures(errors, concernsConfiguration);
  if (!repository) {
    throwUnlessMissing(errors, [["repository"]]);
    return { repository: unreadablePlace(asked), organisation: toOrganisation(asked.owner, organisation, errors) };
  }
  const place = { owner: repository.owner.login, name: repository.name };
  return withBases(context, toConfiguration(place, { repository, organisation }, errors));
}
