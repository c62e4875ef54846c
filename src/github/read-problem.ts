import { z } from "zod";
import { sameRepository } from "../core/facts/reference.ts";
import type { ProblemReading, ThreadPlace } from "../sources/ports.ts";
import { actor, actorFields } from "./actor.ts";
import { concernsConfiguration, toConfiguration } from "./configuration-places.ts";
import { date } from "./connection.ts";
import { conversation, conversationSelection, readConversation } from "./conversation.ts";
import { unlessTooLarge } from "./errors.ts";
import { findHome } from "./find-home.ts";
import { assertWhole, readAnswer, throwFailures, throwUnlessMissing } from "./graphql.ts";
import { issueFields, issueFragments, issueParent, parentsOf, toIssue } from "./issue-fields.ts";
import { issueTemplateFields, issueTemplatesOf, issueTemplateSelection } from "./issue-templates.ts";
import { commentPage } from "./comment-fields.ts";
import { withBases } from "./read-bases.ts";
import type { ReaderContext } from "./reader-context.ts";
import { toRepository } from "./repository-fields.ts";
import { threadFields, threadSelection, toThread } from "./thread-fields.ts";
import { atOnce, readComments } from "./thread-comments.ts";
import type { KnownComments } from "./thread-comments.ts";
import type { ThreadSelection } from "./thread-query.ts";
import { repositoryShape, rootShape, threadQuery, threadVariables } from "./thread-query.ts";
import { authorsOfDuplicates } from "./weight-fields.ts";

const problemSelection: ThreadSelection = {
  parameters: "",
  onRepository: issueTemplateSelection,
  field: "issue",
  onThread: `...IssueWithParents lastEditedAt editor { ${actorFields} } ${conversationSelection} ${threadSelection}`,
  comments: atOnce.many,
  fragments: issueFragments,
};

/** With little of what stands below it. */
const narrowSelection: ThreadSelection = {
  ...problemSelection,
  onThread: problemSelection.onThread.replace(conversationSelection, ""),
  comments: atOnce.few,
};

const problem = z.object({
  ...threadFields.shape,
  ...issueFields.shape,
  parent: issueParent,
  lastEditedAt: date.nullish(),
  editor: actor,
  conversation,
  comments: commentPage.optional(),
});

const problemAnswer = z.object({
  ...rootShape,
  repository: z.object({ ...repositoryShape, ...issueTemplateFields, issue: problem.nullable() }).nullable(),
});

/** Null when there is no such issue here, or none that we may see; a pull request is none. */
export async function readProblem(
  context: ReaderContext,
  asked: ThreadPlace,
  known: KnownComments,
): Promise<ProblemReading | null> {
  const { client, features } = context;
  const ask = (selection: ThreadSelection) =>
    client.graphql(threadQuery(selection, { reference: asked, known }, features), threadVariables(asked, known));
  const whole = await unlessTooLarge(async () => assertWhole(await ask(problemSelection)));
  const { data, errors } = whole === "too-large" ? await ask(narrowSelection) : whole;
  const { repository: found, organisation, ...comments } = readAnswer(problemAnswer, data);
  throwFailures(errors, concernsConfiguration);
  if (!found?.issue) throwUnlessMissing(errors, [["repository"], ["repository", "issue"]]);
  const home = await findHome(client, asked, found);
  if (home.kind === "elsewhere") return readProblem(context, { ...asked, ...home.place }, known);
  if (home.kind === "gone" || !found?.issue) return null;

  const issue = toIssue(found.issue);
  const repository = toRepository(found);
  // Should GitHub ever follow a transfer here: that issue is under review where it is now, not here.
  if (!sameRepository(issue.reference, repository)) return null;
  return {
    repository,
    configuration: await withBases(context, toConfiguration(repository, { repository: found, organisation }, errors)),
    templates: issueTemplatesOf(found),
    issue,
    parents: parentsOf(found.issue).map(toIssue),
    duplicatesBy: authorsOfDuplicates(found.issue),
    editor: found.issue.editor,
    lastEditedAt: found.issue.lastEditedAt ?? null,
    conversation: whole === "too-large" ? await readConversation(context, found.issue.id) : found.issue.conversation,
    thread: await toThread(context, found.issue, await readComments(context, found.issue, comments)),
  };
}
