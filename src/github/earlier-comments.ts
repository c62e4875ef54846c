import { z } from "zod";
import type { Reference } from "../core/facts/reference.ts";
import type { Comment } from "./comment-fields.ts";
import { commentFragment, commentPage } from "./comment-fields.ts";
import { unlessTooLarge } from "./errors.ts";
import { readAnswer, throwFailures } from "./graphql.ts";
import type { ReaderContext } from "./reader-context.ts";
import { atOnce, isCommand, sizeAfter } from "./thread-comments.ts";

/** Needs the fragment `Comment`. */
export const latestPage = "nodes { ...Comment } pageInfo { hasPreviousPage startCursor }";

/** The end of a conversation, or what stands before it. */
export const latestComments = commentPage.extend({
  pageInfo: z.object({ hasPreviousPage: z.boolean(), startCursor: z.string().nullable() }),
});

type Page = z.output<typeof latestComments>;

/** GitHub takes no more than 2,500 comments on one thread. Where a server takes more, what is older is not read. */
const MOST = 2_500;

/**
 * All commands on a pull request, the latest comments of which are read: everybody may write below it, and would push out
 * what others answered if only the latest counted. A request for each hundred more.
 */
export async function allCommands(
  context: ReaderContext,
  reference: Reference,
  latest: Page,
): Promise<readonly Comment[]> {
  let page: Page | null = latest;
  let commands: readonly Comment[] = [];
  let read = 0;
  while (page !== null) {
    const comments: readonly Comment[] = (page.nodes ?? []).filter((one) => one !== null);
    read += comments.length;
    // All of them at once, of the longest, would be half a gigabyte.
    commands = [...comments.filter((one) => isCommand(context, one)), ...commands];
    const { hasPreviousPage, startCursor: before }: Page["pageInfo"] = page.pageInfo;
    const asked: Asked = { size: sizeAfter(page), before };
    page = hasPreviousPage && read < MOST ? await readBefore(context, reference, asked) : null;
  }
  return commands;
}

interface Asked {
  readonly size: number;
  readonly before: string | null;
}

/** Null where the pull request is gone by now. */
async function readBefore(context: ReaderContext, reference: Reference, asked: Asked): Promise<Page | null> {
  const page = await unlessTooLarge(() => ask(context, reference, asked));
  return page === "too-large" ? ask(context, reference, { ...asked, size: atOnce.half }) : page;
}

const answer = z.object({
  repository: z.object({ pullRequest: z.object({ comments: latestComments }).nullable() }).nullable(),
});

async function ask(
  { client }: ReaderContext,
  { owner, name, number }: Reference,
  { size, before }: Asked,
): Promise<Page | null> {
  const query = `
query EarlierComments($owner: String!, $name: String!, $number: Int!, $before: String) {
  repository(owner: $owner, name: $name, followRenames: true) {
    pullRequest(number: $number) { comments(last: ${size}, before: $before) { ${latestPage} } }
  }
}
${commentFragment}`;
  const { data, errors } = await client.graphql(query, { owner, name, number, before });
  throwFailures(errors);
  return readAnswer(answer, data).repository?.pullRequest?.comments ?? null;
}
