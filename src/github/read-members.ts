import { z } from "zod";
import type { KnownCommands, MemberReading, MergeGroupReading, PullRequestReading } from "../sources/ports.ts";
import { concernsOneLink } from "./development-links.ts";
import { unlessTooLarge } from "./errors.ts";
import type { GraphqlError, Variables } from "./graphql.ts";
import { errorsUnder, isAnswer, readAnswer, throwFailures } from "./graphql.ts";
import { issueTemplatesOf } from "./issue-templates.ts";
import { readHeadCommit } from "./head-commit.ts";
import { concernsHeard } from "./heard-fields.ts";
import {
  askWithHeard,
  headOf,
  pullRequestFields,
  templateFields,
  toHead,
  toPullRequest,
} from "./pull-request-fields.ts";
import type { ReaderContext } from "./reader-context.ts";
import { commentFragment } from "./comment-fields.ts";
import { commandsField, pageSelection, readComments } from "./thread-comments.ts";
import { toThread } from "./thread-fields.ts";
import type { ThreadSelection } from "./thread-query.ts";

/** Ten have up to 160,000 of the 500,000 nodes that GitHub lets a query ask for, and it ends a query after 10 seconds. */
const MOST_AT_ONCE = 10;

/** The pull requests of a merge group, for their verdicts alone: our comments are not looked for. */
export async function readMembers(
  context: ReaderContext,
  group: MergeGroupReading,
  known: KnownCommands = new Map(),
): Promise<readonly MemberReading[]> {
  const numbers = group.place.kind === "gone" ? [] : group.place.numbers;
  const asked = numbers.map((number): Asked => ({ number, commands: known.get(number) ?? [] }));
  const members: MemberReading[] = [];
  for (let from = 0; from < asked.length; from += MOST_AT_ONCE) {
    members.push(...(await readTogether(context, group, asked.slice(from, from + MOST_AT_ONCE))));
  }
  return members;
}

/** Known commands of ten may be more than an answer may hold, those of one are not: nobody holds a merge queue up by that. */
async function readTogether(
  context: ReaderContext,
  group: MergeGroupReading,
  members: readonly Asked[],
): Promise<readonly MemberReading[]> {
  const read = await unlessTooLarge(() => readSome(context, group, members));
  if (read !== "too-large") return read;
  const alone: MemberReading[] = [];
  for (const one of members) alone.push(...(await readSome(context, group, [one])));
  return alone;
}

interface Asked {
  readonly number: number;
  readonly commands: readonly string[] | "cold";
}

/** One alias a pull request: a failure then names the one that it touches. */
function membersQuery(context: ReaderContext, members: readonly Asked[], selection: ThreadSelection): string {
  const { parameters, onThread, onRepository, fragments } = selection;
  const withComments = members.some(({ commands }) => commands.length > 0);
  const each = (write: (one: Asked, i: number) => string) => members.map(write).join("");
  const alias = ({ commands }: Asked, i: number) =>
    `\np${i}: pullRequest(number: $number${i}) { ...Member ${commands === "cold" ? pageSelection(selection.comments) : ""} }`;
  const known = (one: Asked, i: number) => (isKnown(one) ? `\nc${i}: nodes(ids: $commands${i}) { ...Comment }` : "");
  const parameter = (one: Asked, i: number) => `, $number${i}: Int!${isKnown(one) ? `, $commands${i}: [ID!]!` : ""}`;
  return `
query Members($owner: String!, $name: String!${parameters}${each(parameter)}) {
  repository(owner: $owner, name: $name, followRenames: true) {
    ${onRepository}${each(alias)}
  }${each(known)}
}
fragment Member on PullRequest { ${onThread} }
${withComments ? commentFragment : ""}
${fragments(context.features)}`;
}

function isKnown({ commands }: Asked): boolean {
  return commands !== "cold" && commands.length > 0;
}

function membersVariables(members: readonly Asked[]): Variables {
  const numbers = members.map(({ number }, i) => [`number${i}`, number] as const);
  const known = members.flatMap(({ commands }, i) =>
    commands === "cold" || commands.length === 0 ? [] : [[`commands${i}`, commands] as const],
  );
  return { ...Object.fromEntries(numbers), ...Object.fromEntries(known) };
}

const answer = z.object({ repository: z.object(templateFields).catchall(z.unknown()) }).catchall(z.unknown());

type Found = z.output<typeof answer>["repository"];

async function readSome(context: ReaderContext, group: MergeGroupReading, members: readonly Asked[]) {
  const { owner, name } = group.repository;
  const variables = { owner, name, appId: context.app.id, ...membersVariables(members) };
  const { data, errors } = await askWithHeard((selection) =>
    context.client.graphql(membersQuery(context, members, selection), variables),
  );
  throwFailures(errors, ({ path }) => /^p\d+$/.test(String(path[1])));
  const { repository: found, ...atRoot } = readAnswer(answer, data);
  const read: MemberReading[] = [];
  // In turn: pages of the longest comments of ten pull requests at a time would be hundreds of megabytes.
  for (const [i, { number }] of members.entries()) {
    const own = errorsUnder(errors, ["repository", `p${i}`]).map(asOnly);
    const one = { found, field: found[`p${i}`], commands: atRoot[`c${i}`], errors: own };
    read.push({ number, reading: await toReading(context, group, one) });
  }
  return read;
}

/** As if the pull request had been asked for alone. */
function asOnly(error: GraphqlError): GraphqlError {
  return { ...error, path: ["repository", "pullRequest", ...error.path.slice(2)] };
}

interface One {
  readonly found: Found;
  readonly field: unknown;
  readonly commands: unknown;
  readonly errors: readonly GraphqlError[];
}

async function toReading(
  context: ReaderContext,
  { repository, configuration }: MergeGroupReading,
  { found, field, commands, errors }: One,
): Promise<PullRequestReading | null> {
  const fields = readAnswer(pullRequestFields.nullish(), field);
  if (!fields) return null;
  const links = fields.closingIssuesReferences;
  const isApart = (error: GraphqlError) => concernsHeard(error) || concernsOneLink(links, error);
  if (!errors.every((error) => isAnswer(error) || isApart(error))) return null;
  const reference = { owner: repository.owner, name: repository.name, number: fields.number };
  const knownCommands = readAnswer(commandsField, commands);
  const comments = await readComments(context, fields, { knownCommands });
  const head = headOf(fields) ?? (await readHeadCommit(context, reference, fields.headRefOid));
  return {
    ...toPullRequest(fields, errors, context),
    ...toHead(fields, head, repository.id),
    reference,
    repository,
    configuration,
    templates: found.pullRequestTemplates,
    issueTemplates: issueTemplatesOf(found),
    thread: await toThread(context, fields, comments),
  };
}
