import type { z } from "zod";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { ConfigurationPlace, ConfigurationReading } from "../sources/ports.ts";
import { configurationFields, emptyPlace, toPlace, unreadablePlace } from "./configuration-fields.ts";
import type { GraphqlError } from "./graphql.ts";
import { errorsUnder, isAnswer } from "./graphql.ts";

const organisationName = ".github";

/** Beside `repository`, for queries that have `$owner`. Renames are not followed: another name is another place. */
export function organisationSelection(repository: RepositoryName): string {
  if (isOrganisationPlace(repository)) return "";
  return `organisation: repository(owner: $owner, name: "${organisationName}", followRenames: false) { ...Configuration }`;
}

/** The field `organisation` in a query's answer. */
export const organisationField = configurationFields.nullish();

/** Failures inside GitHub that leave configurations unknown, and nothing else. */
export function concernsConfiguration({ path: [root, field, part] }: GraphqlError): boolean {
  if (root === "organisation") return true;
  return root === "repository" && (field === "yml" || field === "yaml" || isHistory(field, part));
}

interface Fields {
  readonly repository: z.output<typeof configurationFields>;
  readonly organisation: z.output<typeof organisationField>;
}

export function toConfiguration(
  repository: RepositoryName,
  fields: Fields,
  errors: readonly GraphqlError[],
): ConfigurationReading {
  const unread = errors.some((error) => error.path[0] === "repository" && isFailedFile(error));
  return {
    repository: unread ? unreadablePlace(repository) : toPlace(repository, fields.repository),
    organisation: toOrganisation(repository.owner, fields.organisation, errors),
  };
}

function toOrganisation(
  owner: string,
  fields: Fields["organisation"],
  errors: readonly GraphqlError[],
): ConfigurationPlace {
  const place = { owner, name: organisationName };
  const own = errorsUnder(errors, ["organisation"]);
  if (own.some((error) => error.type !== "NOT_FOUND" && (error.path.length === 1 || isFailedFile(error)))) {
    return unreadablePlace(place);
  }
  return fields ? toPlace(place, fields) : emptyPlace(place);
}

/** When only the history failed, the file is known and its age is not: a huge history may always take too long. */
function isFailedFile(error: GraphqlError): boolean {
  const [, field, part] = error.path;
  return concernsConfiguration(error) && !isAnswer(error) && !isHistory(field, part);
}

function isHistory(field: string | number | undefined, part: string | number | undefined): boolean {
  return field === "defaultBranchRef" && part === "target";
}

function isOrganisationPlace(repository: RepositoryName): boolean {
  return repository.name.toLowerCase() === organisationName;
}
