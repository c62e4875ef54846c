import { z } from "zod";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { ConfigurationPlace, ConfigurationReading } from "../sources/ports.ts";
import {
  configurationFields,
  configurationFragments,
  emptyPlace,
  toPlace,
  unreadablePlace,
} from "./configuration-fields.ts";
import type { GraphqlError } from "./graphql.ts";
import { errorsUnder, isAnswer, readAnswer, throwFailures } from "./graphql.ts";
import type { ReaderContext } from "./reader-context.ts";

/** The same reading with every base in it: one query for each level, and none where nothing builds on another. */
export async function withBases(
  context: Pick<ReaderContext, "client" | "findBases">,
  reading: ConfigurationReading,
): Promise<ConfigurationReading> {
  const names = context.findBases?.(reading) ?? [];
  if (names.length === 0) return reading;
  const found = await readBases(context, names);
  return withBases(context, { ...reading, bases: [...(reading.bases ?? []), ...found] });
}

/** Renames are not followed: who names a base trusts that name, and not whoever has the repository by now. */
function basesQuery(names: readonly RepositoryName[]): string {
  const parameters = names.map((_, i) => `$owner${i}: String!, $name${i}: String!`);
  const aliases = names.map(
    (_, i) => `  base${i}: repository(owner: $owner${i}, name: $name${i}, followRenames: false) { ...Configuration }`,
  );
  return `query Bases(${parameters.join(", ")}) {\n${aliases.join("\n")}\n}\n${configurationFragments}`;
}

const answer = z.record(z.string(), configurationFields.nullable());

async function readBases(
  { client }: Pick<ReaderContext, "client">,
  names: readonly RepositoryName[],
): Promise<readonly ConfigurationPlace[]> {
  const variables = names.flatMap(({ owner, name }, i) => [
    [`owner${i}`, owner],
    [`name${i}`, name],
  ]);
  const { data, errors } = await client.graphql(basesQuery(names), Object.fromEntries(variables));
  throwFailures(errors, ({ path }) => path.length > 0);
  const found = readAnswer(answer, data);
  return names.map((name, i) => toBase(name, found[`base${i}`], errorsUnder(errors, [`base${i}`])));
}

function toBase(
  name: RepositoryName,
  fields: z.output<typeof answer>[string] | undefined,
  errors: readonly GraphqlError[],
): ConfigurationPlace {
  // When only the history fails, the file is known and its age is not.
  const ofFiles = errors.filter(({ path: [, field] }) => field !== "defaultBranchRef");
  if (!ofFiles.every(isAnswer)) return unreadablePlace(name);
  // A part of it refused is as good as all: what it holds is not known, and will not be.
  return fields && ofFiles.length === 0 ? toPlace(name, fields) : emptyPlace(name);
}
