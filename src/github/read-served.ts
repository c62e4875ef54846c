import { z } from "zod";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { ServedReading } from "../sources/ports.ts";
import { commentFragment } from "./comment-fields.ts";
import { allCommands } from "./earlier-comments.ts";
import { unlessTooLarge } from "./errors.ts";
import { errorsUnder, isAnswer, readAnswer, throwFailures, throwUnlessMissing } from "./graphql.ts";
import { allLabelEvents } from "./label-events.ts";
import type { ReaderContext } from "./reader-context.ts";
import type { ServedFields } from "./served-fields.ts";
import { servedFields, servedSelection, toServed } from "./served-fields.ts";
import { atOnce } from "./thread-comments.ts";

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

/** Nobody keeps a follow-up from being looked at by the length of comments. */
async function readSome(
  context: ReaderContext,
  repository: RepositoryName,
  numbers: readonly number[],
): Promise<readonly (ServedReading | null)[]> {
  const read = await unlessTooLarge(() => ask(context, repository, { numbers, comments: atOnce.many }));
  const { place, found } =
    read === "too-large" ? await ask(context, repository, { numbers, comments: atOnce.few }) : read;
  const served: (ServedReading | null)[] = [];
  for (const one of found) {
    if (!one?.mergedAt) {
      served.push(null);
      continue;
    }
    const commands = await allCommands(context, { ...place, number: one.number }, one.comments);
    const labelEvents = await allLabelEvents(context, one);
    served.push(toServed(one, { repository: place, commands, labelEvents }));
  }
  return served;
}

interface Wanted {
  readonly numbers: readonly number[];
  readonly comments: number;
}

interface Answer {
  /** As the repository is called now. */
  readonly place: RepositoryName;
  readonly found: readonly (ServedFields | null)[];
}

async function ask(
  context: ReaderContext,
  { owner, name }: RepositoryName,
  { numbers, comments }: Wanted,
): Promise<Answer> {
  const variables = { owner, name, appId: context.app.id };
  const { data, errors } = await context.client.graphql(servedQuery(numbers, comments), variables);
  throwFailures(errors);
  const { repository } = readAnswer(answer, data);
  if (repository === null) throwUnlessMissing(errors, [["repository"]]);
  const place = { owner: repository?.owner.login ?? owner, name: repository?.name ?? name };
  const found = numbers.map((number) => {
    const one = repository?.[`p${number}`] ?? null;
    if (one !== null) return readAnswer(servedFields, one);
    // What does not exist, or is an issue by now, is said so by GitHub; else it failed to answer.
    if (repository !== null && !errorsUnder(errors, ["repository", `p${number}`]).some(isAnswer)) {
      throwUnlessMissing(errors, [["repository", `p${number}`]]);
    }
    return null;
  });
  return { place, found };
}

function servedQuery(numbers: readonly number[], comments: number): string {
  const selection = servedSelection(comments);
  const aliases = numbers.map((number) => `p${number}: pullRequest(number: ${number}) { ${selection} }`);
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
