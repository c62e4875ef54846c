import { z } from "zod";

/**
 * The few fields of a payload that say which thing to look at. Everything else is left alone, so that a field that
 * GitHub adds, drops or makes nullable cannot lose a delivery.
 */
const repository = z.object({
  id: z.number(),
  name: z.string(),
  owner: z.object({ login: z.string() }),
});

const installation = z.object({ id: z.number() });

/** GitHub sends the sender with every event; it is optional in some of its own descriptions. */
const sender = z.object({ login: z.string(), type: z.string().optional() }).nullish();

const base = z.object({ action: z.string().optional(), installation, sender });

export const pullRequestPayload = base.extend({ repository, pull_request: z.object({ number: z.number() }) });

const issue = z.object({
  number: z.number(),
  labels: z.array(z.unknown()).nullish(),
  type: z.unknown().optional(),
  body: z.string().nullish(),
});

/** What an edit took away. It is a hint to look: whatever else stands there, the delivery is read. */
const formerBody = z
  .looseObject({ body: z.object({ from: z.string().nullish() }).nullish() })
  .nullish()
  .catch(null);

/** Besides, what an issue that comes from another repository was there: labels that are not known here are lost. */
const formerIssue = z
  .looseObject({
    body: z.object({ from: z.string().nullish() }).nullish(),
    old_issue: issue.omit({ number: true }).nullish(),
  })
  .nullish()
  .catch(null);

export const issuePayload = base.extend({
  repository,
  issue,
  changes: formerIssue,
});

/** Bodies that are told as they are by now: an edit tells with `changes` what stood there before. */
export const issueCommentPayload = base.extend({
  action: z.string(),
  repository,
  issue: issue.extend({ user: z.object({ login: z.string() }).nullish(), pull_request: z.unknown().optional() }),
  comment: z.object({
    id: z.number(),
    node_id: z.string(),
    body: z.string().nullish(),
    user: z.object({ login: z.string(), type: z.string().optional() }).nullish(),
  }),
  changes: formerBody,
});

/** GitHub names no branch for a commit of a fork. */
const suite = z.object({ head_branch: z.string().nullish() });

/** Found again by the commit alone: the payload's list of pull requests is empty for forks. */
export const checkRunPayload = base.extend({
  repository,
  check_run: z.object({ head_sha: z.string(), check_suite: suite.nullish() }),
  /** Which button was pressed, where one was. */
  requested_action: z.object({ identifier: z.string().optional() }).nullish(),
});

export const checkSuitePayload = base.extend({ repository, check_suite: suite.extend({ head_sha: z.string() }) });

/** The group's pull requests are not in it: its branch names the one that was queued last. */
export const mergeGroupPayload = base.extend({
  repository,
  merge_group: z.object({ head_sha: z.string(), head_ref: z.string() }),
});

/** Which commits it holds is asked of GitHub: its tag may be moved. */
export const releasePayload = base.extend({ repository });

/** Where the owner may be null or go by another field: "owner/name" is always there. */
const namedRepository = z.object({ id: z.number(), full_name: z.string().regex(/^[^/]+\/[^/]+$/) });

const login = z.object({ login: z.string() }).nullish();

/** `changes` holds what was so before, for the actions that change a name, an owner or the default branch. */
export const repositoryPayload = base.extend({
  action: z.string(),
  repository: namedRepository,
  changes: z
    .object({
      repository: z.object({ name: z.object({ from: z.string() }) }).nullish(),
      owner: z.object({ from: z.object({ user: login, organization: login }) }).nullish(),
      default_branch: z.unknown().optional(),
    })
    .nullish(),
});

/**
 * `repository` is the child's where the child was told that it has a parent, and the parent's where the parent was told.
 * By some of GitHub's descriptions all of it may be missing.
 */
export const subIssuesPayload = base.extend({
  action: z.string(),
  repository: namedRepository.nullish(),
  sub_issue: issue.nullish(),
  sub_issue_repo: namedRepository.nullish(),
  parent_issue: issue.nullish(),
});

const changedPaths = z.array(z.string()).nullish();

export const pushPayload = base.extend({
  ref: z.string(),
  repository: namedRepository.extend({ default_branch: z.string() }),
  commits: z.array(z.object({ added: changedPaths, modified: changedPaths, removed: changedPaths })),
});

export const installationPayload = base.extend({ action: z.string() });

export const installationRepositoriesPayload = base.extend({
  repositories_added: z.array(namedRepository).nullish(),
  // By GitHub's description a removed one may lack anything.
  repositories_removed: z.array(z.object({ id: z.number().optional(), full_name: z.string().optional() })).nullish(),
});

/** Who sent it, for every event: enough to know our own writes again. */
export const anyPayload = z.object({ sender });
