import { z } from "zod";
import type { Reference } from "../core/facts/reference.ts";
import type { LearningReading, MergedReading } from "../sources/ports.ts";
import { actor, actorFields } from "./actor.ts";
import { commentFragment, commentPage, toCommandComment } from "./comment-fields.ts";
import type { Comment } from "./comment-fields.ts";
import { connection, date, visibility } from "./connection.ts";
import { unlessTooLarge } from "./errors.ts";
import { errorsUnder, isAnswer, isTooMuch, readAnswer, throwFailures } from "./graphql.ts";
import type { ReaderContext } from "./reader-context.ts";
import { atOnce } from "./thread-comments.ts";

const place = "databaseId name owner { login } visibility";

/**
 * One alias an issue, as in `readReferences`. The newest comments, in which the latest word stands but on the busiest of
 * issues, and those who named it last.
 */
function learningsQuery(problems: readonly Reference[], comments: number): string {
  const parameters = problems.map((_, i) => `$owner${i}: String!, $name${i}: String!, $number${i}: Int!`);
  const aliases = problems.map(
    (_, i) => `
  p${i}: repository(owner: $owner${i}, name: $name${i}, followRenames: true) {
    ${place}
    issue(number: $number${i}) {
      comments(last: ${comments}) { nodes { ...Comment } pageInfo { hasNextPage endCursor } }
      namedBy: timelineItems(last: 100, itemTypes: [CROSS_REFERENCED_EVENT]) {
        nodes {
          ... on CrossReferencedEvent { source { ... on PullRequest { number mergedAt author { ${actorFields} } repository { ${place} } } } }
        }
      }
    }
  }`,
  );
  return `query Learnings(${parameters.join(", ")}) {${aliases.join("")}\n}${commentFragment}`;
}

const repository = z
  .object({ databaseId: z.number(), name: z.string(), owner: z.object({ login: z.string() }), visibility })
  .transform(({ databaseId: id, name, owner, visibility: seenBy }) => {
    return { id, name, owner: owner.login, visibility: seenBy };
  });

/** An issue that names it is an empty object. */
const source = z
  .object({ number: z.number(), mergedAt: date.nullable(), author: actor, repository })
  .or(z.object({}).transform(() => null));

const answer = z.record(
  z.string(),
  repository
    .and(
      z.object({
        issue: z.object({ comments: commentPage, namedBy: connection(z.object({ source })) }).nullable(),
      }),
    )
    .nullable(),
);

type Found = NonNullable<z.output<typeof answer>[string]>;
type FoundIssue = NonNullable<Found["issue"]>;

/** What people said on issues of what became of earlier work; each alone, of fewer comments, where that is too much for one answer. */
export async function readLearnings(
  context: ReaderContext,
  problems: readonly Reference[],
): Promise<readonly LearningReading[]> {
  if (problems.length === 0) return [];
  const read = await unlessTooLarge(() => ask(context, problems, atOnce.many));
  if (read !== "too-large") return read;
  // In turn: of the longest comments a few answers at a time would be hundreds of megabytes.
  const alone: LearningReading[] = [];
  for (const problem of problems) alone.push(...(await ask(context, [problem], atOnce.half)));
  return alone;
}

async function ask(
  context: ReaderContext,
  problems: readonly Reference[],
  comments: number,
): Promise<readonly LearningReading[]> {
  const variables = problems.flatMap(({ owner, name, number }, i): [string, string | number][] => [
    [`owner${i}`, owner],
    [`name${i}`, name],
    [`number${i}`, number],
  ]);
  const { data, errors } = await context.client.graphql(
    learningsQuery(problems, comments),
    Object.fromEntries(variables),
  );
  throwFailures(errors, (error) => error.path.length > 0 && !(comments === atOnce.many && isTooMuch(error)));
  const found = readAnswer(answer, data);
  return problems.map((asked, i): LearningReading => {
    if (!errorsUnder(errors, [`p${i}`]).every(isAnswer)) return { kind: "unreachable", asked };
    const one = found[`p${i}`];
    if (!one || one.issue === null) return { kind: "gone", asked };
    const { id, owner, name, visibility: seenBy, issue } = one;
    return {
      kind: "read",
      asked,
      repository: { id, owner, name, visibility: seenBy },
      comments: commandsIn(issue, context),
      merged: mergedIn(issue),
    };
  });
}

function commandsIn({ comments }: FoundIssue, { isCommand }: ReaderContext) {
  return (comments.nodes ?? [])
    .filter((one): one is Comment => one !== null)
    .filter(({ author, isMinimized, body }) => author?.kind === "user" && !isMinimized && isCommand?.(body) === true)
    .map(toCommandComment)
    .filter(({ edited }) => !edited)
    .toReversed();
}

function mergedIn({ namedBy }: FoundIssue): readonly MergedReading[] {
  const merged = namedBy
    .flatMap(({ source: by }) => (by === null || by.mergedAt === null ? [] : [{ ...by, at: by.mergedAt.getTime() }]))
    .toSorted((a, b) => b.at - a.at);
  return merged.map(({ number, author, repository: { owner, name, visibility: seenBy } }) => {
    return { reference: { owner, name, number }, repository: { owner, name, visibility: seenBy }, author };
  });
}
