import { z } from "zod";
import type { Reference } from "../core/facts/reference.ts";
import type { HeardReading } from "../sources/ports.ts";
import { commentPage } from "./comment-fields.ts";
import { isTooLarge } from "./errors.ts";
import { errorsUnder, isAnswer, readAnswer, throwFailures } from "./graphql.ts";
import type { Ends } from "./heard-fields.ts";
import { commentsOf, heardPage, toHeard } from "./heard-fields.ts";
import type { ReaderContext } from "./reader-context.ts";

type End = keyof Ends;

/**
 * What stands below issues of which it was not read with them: the first hundred comments and the last hundred. What
 * stands between them, on the busiest of issues, is not heard.
 */
export async function readHeard(
  context: ReaderContext,
  issues: readonly Reference[],
): Promise<readonly HeardReading[]> {
  const found = await askForAll(context, issues);
  return issues.map((asked, at) => {
    const ends = found[at] ?? null;
    return { asked, heard: ends === null ? null : toHeard(ends, false, context) };
  });
}

async function askForAll(context: ReaderContext, issues: readonly Reference[]): Promise<readonly (Ends | null)[]> {
  if (issues.length === 0) return [];
  try {
    return await ask(context, issues, ["first", "last"]);
  } catch (error) {
    // Everybody may write comments of 65,536 characters: of one issue a hundred fit into an answer, of several they may not.
    if (!isTooLarge(error)) throw error;
    const found: (Ends | null)[] = [];
    for (const issue of issues) found.push(await askAlone(context, issue));
    return found;
  }
}

async function askAlone(context: ReaderContext, issue: Reference): Promise<Ends | null> {
  const [first] = await ask(context, [issue], ["first"]);
  const [last] = await ask(context, [issue], ["last"]);
  return first && last ? { first: first.first, last: last.last } : null;
}

/** One alias an issue, as in `readReferences`. */
function heardQuery(issues: readonly Reference[], ends: readonly End[]): string {
  const parameters = issues.map((_, i) => `$owner${i}: String!, $name${i}: String!, $number${i}: Int!`);
  const pages = ends.map((end) => `${end}: comments(${end}: 100) { ${heardPage} }`).join(" ");
  const aliases = issues.map(
    (_, i) =>
      `\nh${i}: repository(owner: $owner${i}, name: $name${i}, followRenames: true) { issue(number: $number${i}) { ${pages} } }`,
  );
  return `query Heard(${parameters.join(", ")}) {${aliases.join("")}\n}`;
}

const pages = z.object({ first: commentPage.nullish(), last: commentPage.nullish() });
const answer = z.record(z.string(), z.object({ issue: pages.nullable() }).nullable());

async function ask(
  { client }: ReaderContext,
  issues: readonly Reference[],
  ends: readonly End[],
): Promise<readonly (Ends | null)[]> {
  const variables = issues.flatMap(({ owner, name, number }, i): [string, string | number][] => [
    [`owner${i}`, owner],
    [`name${i}`, name],
    [`number${i}`, number],
  ]);
  const { data, errors } = await client.graphql(heardQuery(issues, ends), Object.fromEntries(variables));
  throwFailures(errors, (error) => error.path.length > 0);
  const found = readAnswer(answer, data);
  return issues.map((_, i) => {
    const issue = found[`h${i}`]?.issue ?? null;
    // Deleted or moved since it was read as well: what became of it is found by asking again.
    if (issue === null || !errorsUnder(errors, [`h${i}`]).every(isAnswer)) return null;
    return { first: commentsOf(issue.first), last: commentsOf(issue.last) };
  });
}
