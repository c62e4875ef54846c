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

export const issuePayload = base.extend({
  repository,
  issue: z.object({ number: z.number(), labels: z.array(z.unknown()).nullish(), type: z.unknown().optional() }),
});

/** Found again by the commit alone: the payload's list of pull requests is empty for forks. */
export const checkRunPayload = base.extend({ repository, check_run: z.object({ head_sha: z.string() }) });

export const checkSuitePayload = base.extend({ repository, check_suite: z.object({ head_sha: z.string() }) });

/** Where the owner may be null or go by another field: "owner/name" is always there. */
const namedRepository = z.object({ id: z.number(), full_name: z.string().regex(/^[^/]+\/[^/]+$/) });

const changedPaths = z.array(z.string()).nullish();

export const pushPayload = base.extend({
  ref: z.string(),
  repository: namedRepository.extend({ default_branch: z.string() }),
  commits: z.array(z.object({ added: changedPaths, modified: changedPaths, removed: changedPaths })),
});

export const installationPayload = base;

export const installationRepositoriesPayload = base.extend({
  repositories_added: z.array(namedRepository),
});

/** Who sent it, for every event: enough to know our own writes again. */
export const anyPayload = z.object({ sender });
