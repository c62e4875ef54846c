import { z } from "zod";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { ServedReading } from "../sources/ports.ts";
import { commentFragment } from "./comment-fields.ts";
import { errorsUnder, isAnswer, readAnswer, throwFailures, throwUnlessMissing } from "./graphql.ts";
import type { ReaderContext } from "./reader-context.ts";
import { servedFields, servedSelection, toServed } from "./served-fields.ts";

/** Pull requests in one query, so that its comments stay an answer of a size that can be read. */
const AT_ONCE = 10;

const answer = z.object({
  repository: z
    .object({ owner: z.object({ login: z.string() }), name: z.string() })
    .catchall(z.unknown())
    .nullable(),
});

/** Merged pull requests of one repository, in the order of their numbers as given; null for what is none. */
export async function readServed(
  context: ReaderContext,
  repository: RepositoryName,
  numbers: readonly number[],
): Promise<readonly (ServedReading | null)[]> {
  const read: (ServedReading | null)[] = [];
  for (let from = 0; from < numbers.length; from += AT_ONCE) {
    read.push(...(await readSome(context, repository, numbers.slice(from, from + AT_ONCE))));
  }
  return read;
}

async function readSome(
  context: ReaderContext,
  { owner, name }: RepositoryName,
  numbers: readonly number[],
): Promise<readonly (ServedReading | null)[]> {
  const variables = { owner, name, appId: context.app.id };
  const { data, errors } = await context.client.graphql(servedQuery(numbers), variables);
  throwFailures(errors);
  const { repository } = readAnswer(answer, data);
  if (repository === null) throwUnlessMissing(errors, [["repository"]]);
  const place = { owner: repository?.owner.login ?? owner, name: repository?.name ?? name };
  return numbers.map((number) => {
    const found = repository?.[`p${number}`] ?? null;
    if (found !== null) return toServed(readAnswer(servedFields, found), place, context);
    // What does not exist, or is an issue by now, is said so by GitHub; else it failed to answer.
    if (repository !== null && !errorsUnder(errors, ["repository", `p${number}`]).some(isAnswer)) {
      throwUnlessMissing(errors, [["repository", `p${number}`]]);
    }
    return null;
  });
}

function servedQuery(numbers: readonly number[]): string {
  const aliases = numbers.map((number) => `p${number}: pullRequest(number: ${number}) { ${servedSelection} }`);
  return `
query Served($owner: String!, $name: String!, $appId: Int!) {
  repository(owner: $owner, name: $name, followRenames: true) {
    owner { login }
    name
    ${aliases.join("\n    ")}
  }
}
${commentFragment}`;
}
