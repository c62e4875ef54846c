import type { z } from "zod";
import type { Job } from "../queue/job.ts";
import { namedPlace } from "./named-place.ts";
import type { repositoryPayload } from "./payloads.ts";

type Payload = z.output<typeof repositoryPayload>;

/**
 * What is to be looked at when a repository itself changes: its own pull requests, and what links into it or builds on
 * it elsewhere, under whatever name. A new one may take a name that redirected to another until then, and a deleted one leaves links
 * that lead nowhere; neither has pull requests of its own.
 */
export function jobsForRepository(payload: Payload): readonly Job[] {
  const { action, changes } = payload;
  const dependents = namesOf(payload).map((knownAs) => {
    return { kind: "recheck-dependents", ...ofRepository(payload), knownAs, ...paceOf(action, hiding) } as const;
  });
  switch (action) {
    case "created":
      return dependents;
    case "deleted":
      return configuresItsOwner(payload) ? [lookAtAll(payload), ...dependents] : dependents;
    case "unarchived":
      return [lookAtAll(payload)];
    case "edited":
      // The configuration is read from the default branch, and only pull requests into it have development links.
      if (changes?.default_branch === undefined) return [];
      return [lookAtAll(payload), { kind: "recheck-building-on", ...ofRepository(payload) }];
    default:
      return [lookAtAll(payload), ...dependents];
  }
}

/** The owner's `.github` repository configures all of its repositories: under which name it was, or is, does not matter. */
function lookAtAll(payload: Payload): Job {
  return configuresItsOwner(payload)
    ? { kind: "recheck-installation", installation: payload.installation.id }
    : { kind: "recheck-repository", ...ofRepository(payload), ...paceOf(payload.action, seenByMore) };
}

/** What others show of it may have to vanish. */
const hiding = ["privatized", "deleted", "transferred"] as const;

/** What its own pull requests show of others may have to vanish. */
const seenByMore = ["publicized", "transferred"] as const;

function paceOf(action: string, hurried: readonly string[]): { readonly pace?: "at-once" } {
  return hurried.includes(action) ? { pace: "at-once" } : {};
}

function ofRepository({ installation, repository }: Payload) {
  return { installation: installation.id, repository: namedPlace(repository) };
}

function configuresItsOwner(payload: Payload): boolean {
  return namesOf(payload).some((name) => name.toLowerCase().endsWith("/.github"));
}

/** As it is called now, and as it was called before. */
function namesOf({ repository, changes }: Payload): readonly string[] {
  const { owner, name } = namedPlace(repository);
  const from = changes?.owner?.from;
  const formerOwner = from?.organization?.login ?? from?.user?.login ?? owner;
  const former = `${formerOwner}/${changes?.repository?.name.from ?? name}`;
  return [...new Set([`${owner}/${name}`, former])];
}
