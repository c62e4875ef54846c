import type * as octokit from "@octokit/webhooks-types";
import type { Context } from "probot";
import type { z } from "zod";
import type * as payloads from "../../src/webhooks/payloads.ts";

/**
 * Compiles only while everything that the two descriptions of GitHub's payloads allow is what our schemas read. The two
 * are not assignable to each other, so a field is only safe where both agree.
 */
type Accepts<Wide, Narrow extends Wide> = Narrow extends Wide ? true : never;

/** A delivery to an app always names its installation; the descriptions leave it out for other webhooks. */
type ToApps<Payload> = Payload & { readonly installation: { readonly id: number } };

type InputOf<Name extends keyof typeof payloads> = z.input<(typeof payloads)[Name]>;

export type Checked = [
  Accepts<InputOf<"pullRequestPayload">, ToApps<octokit.PullRequestEvent>>,
  Accepts<InputOf<"issuePayload">, ToApps<octokit.IssuesEvent>>,
  Accepts<InputOf<"issueCommentPayload">, ToApps<octokit.IssueCommentEvent>>,
  Accepts<InputOf<"checkRunPayload">, ToApps<octokit.CheckRunEvent>>,
  Accepts<InputOf<"checkSuitePayload">, ToApps<octokit.CheckSuiteEvent>>,
  Accepts<InputOf<"pushPayload">, ToApps<octokit.PushEvent>>,
  Accepts<InputOf<"releasePayload">, ToApps<octokit.ReleaseEvent>>,
  Accepts<InputOf<"repositoryPayload">, ToApps<octokit.RepositoryEvent>>,
  Accepts<InputOf<"installationPayload">, octokit.InstallationEvent>,
  Accepts<InputOf<"installationRepositoriesPayload">, octokit.InstallationRepositoriesEvent>,
  Accepts<InputOf<"anyPayload">, octokit.PullRequestEvent | octokit.PushEvent | octokit.InstallationEvent>,
  Accepts<InputOf<"pullRequestPayload">, ToApps<Context<"pull_request">["payload"]>>,
  Accepts<InputOf<"issuePayload">, ToApps<Context<"issues">["payload"]>>,
  Accepts<InputOf<"issueCommentPayload">, ToApps<Context<"issue_comment">["payload"]>>,
  Accepts<InputOf<"checkRunPayload">, ToApps<Context<"check_run">["payload"]>>,
  Accepts<InputOf<"checkSuitePayload">, ToApps<Context<"check_suite">["payload"]>>,
  Accepts<InputOf<"pushPayload">, ToApps<Context<"push">["payload"]>>,
  Accepts<InputOf<"releasePayload">, ToApps<Context<"release">["payload"]>>,
  Accepts<InputOf<"repositoryPayload">, ToApps<Context<"repository">["payload"]>>,
  Accepts<InputOf<"subIssuesPayload">, ToApps<Context<"sub_issues">["payload"]>>,
  Accepts<InputOf<"installationPayload">, Context<"installation">["payload"]>,
  Accepts<InputOf<"installationRepositoriesPayload">, Context<"installation_repositories">["payload"]>,
];
