import { z } from "zod";
import type { HeardPlace, HeardReading } from "../sources/ports.ts";
import type { Comment, CommentPage } from "./comment-fields.ts";
import { commentPage } from "./comment-fields.ts";
import { unlessTooLarge } from "./errors.ts";
import { errorsUnder, isAnswer, isTooMuch, readAnswer, throwFailures } from "./graphql.ts";
import type { Found } from "./heard-fields.ts";
import { commentsOf, heardPage, knownNode, toHeard } from "./heard-fields.ts";
import type { AskedIssue } from "./heard-pages.ts";
import { presentIn, readBetween, readInSmallPages } from "./heard-pages.ts";
import type { ReaderContext } from "./reader-context.ts";
import { commandsField } from "./thread-comments.ts";

/**
 * What stands below issues of which it was not read with them: the first hundred comments, the last hundred, which may be
 * newer than what is known, and between them the commands, so that nobody can bury what others said.
 */
export async function readHeard(
  context: ReaderContext,
  issues: readonly HeardPlace[],
): Promise<readonly HeardReading[]> {
  const asked = await Promise.all(issues.map(async (one) => ({ ...one, known: await one.standing() })));
  const found = await askForAll(context, asked);
  return issues.map(({ owner, name, number }, at) => {
    const one = found[at] ?? null;
    return { asked: { owner, name, number }, heard: one === null ? null : toHeard(one, false, context) };
  });
}

async function askForAll(context: ReaderContext, issues: readonly AskedIssue[]): Promise<readonly (Found | null)[]> {
  if (issues.length === 0) return [];
  const answers = await unlessTooLarge(() => ask(context, issues));
  const all: (Found | null)[] = [];
  for (const [at, one] of issues.entries()) {
    const answer = answers === "too-large" ? answers : await complete(context, one, answers[at] ?? null);
    all.push(answer === "too-large" ? await readInSmallPages(context, one) : answer);
  }
  return all;
}

/** One alias an issue, as in `readReferences`, and one for its known commands: GitHub looks up a hundred ids at once. */
function heardQuery(issues: readonly AskedIssue[]): string {
  const parameters = issues.map(
    ({ known }, i) =>
      `$owner${i}: String!, $name${i}: String!, $number${i}: Int!${hasKnown(known) ? `, $known${i}: [ID!]!` : ""}`,
  );
  const aliases = issues.map(
    ({ known }, i) => `
h${i}: repository(owner: $owner${i}, name: $name${i}, followRenames: true) { issue(number: $number${i}) {
  first: comments(first: 100) { ${heardPage} } last: comments(last: 100) { ${heardPage} } } }
${hasKnown(known) ? `k${i}: nodes(ids: $known${i}) { ${knownNode} }` : ""}`,
  );
  return `query Heard(${parameters.join(", ")}) {${aliases.join("")}\n}`;
}

function hasKnown(known: AskedIssue["known"]): known is readonly string[] {
  return known !== "cold" && known.length > 0;
}

const ends = z.object({ first: commentPage.nullish(), last: commentPage.nullish() });
const found = z.object({ issue: ends.nullable() }).nullish();

interface Ends {
  readonly first: CommentPage | null | undefined;
  readonly last: readonly Comment[];
  readonly known: readonly Comment[];
}

async function ask({ client }: ReaderContext, issues: readonly AskedIssue[]): Promise<readonly (Ends | null)[]> {
  const variables = issues.flatMap(({ owner, name, number, known }, i) => [
    ...([
      [`owner${i}`, owner],
      [`name${i}`, name],
      [`number${i}`, number],
    ] as const),
    ...(hasKnown(known) ? [[`known${i}`, known] as const] : []),
  ]);
  const { data, errors } = await client.graphql(heardQuery(issues), Object.fromEntries(variables));
  throwFailures(errors, (error) => error.path.length > 0 && !isTooMuch(error));
  const answers = readAnswer(z.record(z.string(), z.unknown()), data);
  return issues.map((_, i) => {
    const issue = readAnswer(found, answers[`h${i}`])?.issue ?? null;
    const failures = [`h${i}`, `k${i}`].flatMap((alias) => errorsUnder(errors, [alias]));
    // Deleted or moved since it was read as well: what became of it is found by asking again.
    if (issue === null || !failures.every(isAnswer)) return null;
    return {
      first: issue.first,
      last: commentsOf(issue.last),
      known: presentIn(readAnswer(commandsField, answers[`k${i}`])),
    };
  });
}

/** With what stands between both ends, where nobody knows whether somebody commanded there. */
async function complete(
  context: ReaderContext,
  issue: AskedIssue,
  answer: Ends | null,
): Promise<Found | null | "too-large"> {
  if (answer === null) return null;
  const { first, last, known } = answer;
  const between =
    issue.known === "cold" && first ? await unlessTooLarge(() => readBetween(context, issue, { first, last })) : [];
  if (between === null || between === "too-large") return between;
  return { first: commentsOf(first), others: [...known, ...between, ...last] };
}
