import { z } from "zod";
import type { MemberReading, MergeGroupReading, PullRequestReading } from "../sources/ports.ts";
import { concernsOneLink } from "./development-links.ts";
import type { GraphqlError } from "./graphql.ts";
import { errorsUnder, isAnswer, readAnswer, throwFailures } from "./graphql.ts";
import { issueTemplatesOf } from "./issue-templates.ts";
import { readHeadCommit } from "./head-commit.ts";
import {
  headOf,
  pullRequestFields,
  pullRequestSelection,
  templateFields,
  toHead,
  toPullRequest,
} from "./pull-request-fields.ts";
import type { ReaderContext } from "./reader-context.ts";
import { toThread } from "./thread-fields.ts";

/** Ten have up to 130,000 of the 500,000 nodes that GitHub lets a query ask for, and it ends a query after 10 seconds. */
const MOST_AT_ONCE = 10;

/** The pull requests of a merge group, for their verdicts alone: their comments are not looked for. */
export async function readMembers(context: ReaderContext, group: MergeGroupReading): Promise<readonly MemberReading[]> {
  const numbers = group.place.kind === "gone" ? [] : group.place.numbers;
  const members: MemberReading[] = [];
  for (let from = 0; from < numbers.length; from += MOST_AT_ONCE) {
    members.push(...(await readSome(context, group, numbers.slice(from, from + MOST_AT_ONCE))));
  }
  return members;
}

/** One alias a pull request: a failure then names the one that it touches. */
function membersQuery(context: ReaderContext, numbers: readonly number[]): string {
  const { parameters, onThread, onRepository, fragments } = pullRequestSelection;
  const aliases = numbers.map((_, i) => `    p${i}: pullRequest(number: $number${i}) { ...Member }`);
  return `
query Members($owner: String!, $name: String!${parameters}${numbers.map((_, i) => `, $number${i}: Int!`).join("")}) {
  repository(owner: $owner, name: $name, followRenames: true) {
    ${onRepository}
${aliases.join("\n")}
  }
}
fragment Member on PullRequest { ${onThread} }
${fragments(context.features)}`;
}

const answer = z.object({
  repository: z.object(templateFields).catchall(z.unknown()),
});

type Found = z.output<typeof answer>["repository"];

async function readSome(context: ReaderContext, group: MergeGroupReading, numbers: readonly number[]) {
  const { owner, name } = group.repository;
  const asked = Object.fromEntries(numbers.map((number, i) => [`number${i}`, number]));
  const variables = { owner, name, appId: context.app.id, ...asked };
  const { data, errors } = await context.client.graphql(membersQuery(context, numbers), variables);
  throwFailures(errors, ({ path }) => /^p\d+$/.test(String(path[1])));
  const { repository: found } = readAnswer(answer, data);
  return Promise.all(
    numbers.map(async (number, i): Promise<MemberReading> => {
      const own = errorsUnder(errors, ["repository", `p${i}`]).map(asOnly);
      return { number, reading: await toReading(context, group, { found, field: found[`p${i}`], errors: own }) };
    }),
  );
}

/** As if the pull request had been asked for alone. */
function asOnly(error: GraphqlError): GraphqlError {
  return { ...error, path: ["repository", "pullRequest", ...error.path.slice(2)] };
}

interface One {
  readonly found: Found;
  readonly field: unknown;
  readonly errors: readonly GraphqlError[];
}

async function toReading(
  context: ReaderContext,
  { repository, configuration }: MergeGroupReading,
  { found, field, errors }: One,
): Promise<PullRequestReading | null> {
  const fields = readAnswer(pullRequestFields.nullish(), field);
  if (!fields) return null;
  const links = fields.closingIssuesReferences;
  if (!errors.every((error) => isAnswer(error) || concernsOneLink(links, error))) return null;
  const reference = { owner: repository.owner, name: repository.name, number: fields.number };
  const head = headOf(fields) ?? (await readHeadCommit(context, reference, fields.headRefOid));
  return {
    ...toPullRequest(fields, errors),
    ...toHead(fields, head, repository.id),
    reference,
    repository,
    configuration,
    templates: found.pullRequestTemplates,
    issueTemplates: issueTemplatesOf(found),
    thread: toThread(fields, [], context.app),
  };
}
