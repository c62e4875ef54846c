import type { PullRequestReading, ThreadPlace } from "../sources/ports.ts";
import { concernsConfiguration, toConfiguration } from "./configuration-places.ts";
import { concernsOneLink } from "./development-links.ts";
import { findHome } from "./find-home.ts";
import { readAnswer, throwFailures, throwUnlessMissing } from "./graphql.ts";
import { issueTemplatesOf } from "./issue-templates.ts";
import { withBases } from "./read-bases.ts";
import type { GraphqlError } from "./graphql.ts";
import { concernsHeard } from "./heard-fields.ts";
import { readHeadCommit } from "./head-commit.ts";
import { askWithHeard, headOf, pullRequestAnswer, toHead, toPullRequest } from "./pull-request-fields.ts";
import type { ReaderContext } from "./reader-context.ts";
import { toRepository } from "./repository-fields.ts";
import { toThread } from "./thread-fields.ts";
import { readComments } from "./thread-comments.ts";
import type { KnownComments } from "./thread-comments.ts";
import { threadQuery, threadVariables } from "./thread-query.ts";

/** Null when there is no such pull request, or none that we may see. */
export async function readPullRequest(
  context: ReaderContext,
  asked: ThreadPlace,
  known: KnownComments,
): Promise<PullRequestReading | null> {
  const { app, client, features } = context;
  const variables = { ...threadVariables(asked, known), appId: app.id };
  const { data, errors } = await askWithHeard((selection) =>
    client.graphql(threadQuery(selection, { reference: asked, known }, features), variables),
  );
  const { repository: found, organisation, ...comments } = readAnswer(pullRequestAnswer, data);
  const links = found?.pullRequest?.closingIssuesReferences ?? [];
  throwFailures(errors, (error) => isApart(error) || concernsOneLink(links, error));
  if (!found?.pullRequest) throwUnlessMissing(errors, [["repository"], ["repository", "pullRequest"]]);
  const home = await findHome(client, asked, found);
  // Moved to another owner: the organisation's configuration was read at the old one.
  if (home.kind === "elsewhere") return readPullRequest(context, { ...asked, ...home.place }, known);
  if (home.kind === "gone" || !found?.pullRequest) return null;

  const { pullRequest } = found;
  const repository = toRepository(found);
  const reference = { owner: repository.owner, name: repository.name, number: pullRequest.number };
  const head = headOf(pullRequest) ?? (await readHeadCommit(context, reference, pullRequest.headRefOid));
  return {
    ...toPullRequest(pullRequest, errors, context),
    ...toHead(pullRequest, head, repository.id),
    reference,
    repository,
    configuration: await withBases(context, toConfiguration(repository, { repository: found, organisation }, errors)),
    templates: found.pullRequestTemplates,
    issueTemplates: issueTemplatesOf(found),
    thread: await toThread(context, pullRequest, await readComments(context, pullRequest, comments)),
  };
}

function isApart(error: GraphqlError): boolean {
  return concernsConfiguration(error) || concernsHeard(error);
}
