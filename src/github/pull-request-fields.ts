import { z } from "zod";
import { actor, actorFields } from "./actor.ts";
import type { PullRequestReading } from "../sources/ports.ts";
import { latestCheckRun } from "./check-run-fields.ts";
import { connection, date } from "./connection.ts";
import { developmentLinks, developmentLinkSelection, toDevelopmentLinks } from "./development-links.ts";
import { unlessTooLarge } from "./errors.ts";
import type { GraphqlAnswer, GraphqlError } from "./graphql.ts";
import { assertWhole } from "./graphql.ts";
import { heardFragment, heardLinks, heardLinkSelection, withHeard } from "./heard-fields.ts";
import { headCommit, headCommitSelection } from "./head-commit.ts";
import type { HeadCommit } from "./head-commit.ts";
import { issueTemplateFields, issueTemplateSelection } from "./issue-templates.ts";
import { issueFragments } from "./issue-fields.ts";
import { commentPage } from "./comment-fields.ts";
import type { ReaderContext } from "./reader-context.ts";
import { atOnce } from "./thread-comments.ts";
import { threadFields, threadSelection } from "./thread-fields.ts";
import { findSameHead } from "./same-head-fields.ts";
import type { ThreadSelection } from "./thread-query.ts";
import { repositoryShape, rootShape, templates } from "./thread-query.ts";

const pullRequestSelection: ThreadSelection = {
  parameters: ", $appId: Int!",
  onRepository: `pullRequestTemplates { body } ${issueTemplateSelection}`,
  field: "pullRequest",
  onThread: `${heardLinkSelection}
number title body state isDraft isCrossRepository headRefOid headRefName baseRefName
createdAt mergedAt lastEditedAt additions deletions changedFiles
author { ${actorFields} }
editor { ${actorFields} }
readyEvents: timelineItems(last: 1, itemTypes: [READY_FOR_REVIEW_EVENT]) {
  nodes { ... on ReadyForReviewEvent { createdAt } }
}
commits(last: 1) { nodes { commit { ${headCommitSelection} } } }
${developmentLinkSelection}
${threadSelection}`,
  comments: atOnce.many,
  fragments: (features) => issueFragments(features) + heardFragment(features),
};

/** Without what stands below the linked issues, and with little of what stands on the pull request itself. */
const narrowSelection: ThreadSelection = {
  ...pullRequestSelection,
  onThread: pullRequestSelection.onThread.replace(heardLinkSelection, ""),
  comments: atOnce.few,
  fragments: issueFragments,
};

/** Asks with what others wrote, and where that is more than one answer may hold without: nobody keeps a pull request from being looked at by that. */
export async function askWithHeard<Answer extends GraphqlAnswer>(
  ask: (selection: ThreadSelection) => Promise<Answer>,
): Promise<Answer> {
  const answer = await unlessTooLarge(async () => assertWhole(await ask(pullRequestSelection)));
  return answer === "too-large" ? ask(narrowSelection) : answer;
}

export const pullRequestFields = z.object({
  ...threadFields.shape,
  number: z.number(),
  title: z.string(),
  body: z.string(),
  state: z.enum(["OPEN", "CLOSED", "MERGED"]),
  isDraft: z.boolean(),
  isCrossRepository: z.boolean(),
  headRefOid: z.string(),
  headRefName: z.string(),
  baseRefName: z.string(),
  createdAt: date,
  mergedAt: date.nullish(),
  lastEditedAt: date.nullish(),
  additions: z.number(),
  deletions: z.number(),
  changedFiles: z.number(),
  author: actor,
  editor: actor,
  readyEvents: connection(z.object({ createdAt: date })),
  commits: connection(z.object({ commit: headCommit })),
  closingIssuesReferences: developmentLinks,
  heardLinks,
  comments: commentPage.optional(),
});

type PullRequestFields = z.output<typeof pullRequestFields>;

/** Of the repository, once for all of its pull requests. */
export const templateFields = { pullRequestTemplates: templates, ...issueTemplateFields };

export const pullRequestAnswer = z.object({
  ...rootShape,
  repository: z.object({ ...repositoryShape, ...templateFields, pullRequest: pullRequestFields.nullable() }).nullable(),
});

const states = { OPEN: "open", CLOSED: "closed", MERGED: "merged" } as const;

/** The commit that is the head; null when the list of commits does not end with it. */
export function headOf({ commits, headRefOid }: PullRequestFields): HeadCommit | null {
  return commits.find(({ commit }) => commit.oid === headRefOid)?.commit ?? null;
}

type HeadReading = Pick<PullRequestReading, "headCommittedAt" | "checkRun" | "sameHead" | "headConfiguration">;

/** What stands on the head, as far as it is known. */
export function toHead(fields: PullRequestFields, head: HeadCommit | null, repositoryId: number): HeadReading {
  const { number, headRefOid: sha, createdAt } = fields;
  return {
    headCommittedAt: head?.committedDate ?? createdAt,
    checkRun: head === null ? null : latestCheckRun(head.checkSuites),
    ...(head !== null && { headConfiguration: [head.yml?.oid ?? null, head.yaml?.oid ?? null] }),
    sameHead: findSameHead(head?.associatedPullRequests ?? [], { number, sha, repositoryId }),
  };
}

type Around = "repository" | "configuration" | "templates" | "issueTemplates" | "reference" | "thread";

/** All but what stands around it, the repository, its configuration and the conversation, and what stands on its head. */
export function toPullRequest(
  fields: PullRequestFields,
  errors: readonly GraphqlError[],
  context: Pick<ReaderContext, "isCommand">,
): Omit<PullRequestReading, Around | keyof HeadReading> {
  const { title, body, author, editor, createdAt, additions, deletions, changedFiles } = fields;
  const links = toDevelopmentLinks(fields.closingIssuesReferences, errors);
  return {
    title,
    body,
    author,
    editor,
    createdAt,
    additions,
    deletions,
    changedFiles,
    lastEditedAt: fields.lastEditedAt ?? null,
    state: states[fields.state],
    draft: fields.isDraft,
    fork: fields.isCrossRepository,
    headSha: fields.headRefOid,
    headBranch: fields.headRefName,
    baseBranch: fields.baseRefName,
    readyAt: fields.readyEvents[0]?.createdAt ?? null,
    mergedAt: fields.mergedAt ?? null,
    developmentLinks: withHeard(links, fields.heardLinks, { errors, context }),
  };
}
