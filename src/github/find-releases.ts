import { z } from "zod";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { MergedCommit } from "../sources/ports.ts";
import type { GitHubClient } from "./client.ts";
import { hasStatus } from "./errors.ts";
import { readAnswer } from "./graphql.ts";

/** Releases that are looked at, the newest of a repository. */
const MOST_RELEASES = 100;

/**
 * Comparisons for one commit at one look. The first release after a merge mostly holds it; where several lines are
 * released side by side, those of the others do not.
 */
const MOST_COMPARED = 5;

/** Of those beyond. Each release is among them when it is published, so that no merge waits for ever behind another line's. */
const NEWEST_COMPARED = 2;

const releasesAnswer = z.array(
  z.object({
    tag_name: z.string(),
    draft: z.boolean(),
    prerelease: z.boolean(),
    published_at: z.coerce.date().nullable(),
  }),
);

const comparison = z.object({ status: z.enum(["diverged", "ahead", "behind", "identical"]) });

interface Release {
  readonly tag: string;
  readonly publishedAt: Date;
}

/** When the first release that holds each commit was published. One request for the releases, then some for each commit. */
export async function findReleases(
  client: GitHubClient,
  repository: RepositoryName,
  merges: readonly MergedCommit[],
): Promise<ReadonlyMap<string, Date>> {
  const found = new Map<string, Date>();
  if (merges.length === 0) return found;
  const releases = await listReleases(client, repository);
  for (const { commit, mergedAt } of merges) {
    const later = releases.filter(({ publishedAt }) => publishedAt >= mergedAt);
    const first = await firstOf(client, repository, { commit, releases: later });
    if (first !== null) found.set(commit, first.publishedAt);
  }
  return found;
}

/** Where a newer one holds it, those between are compared too: else the first would be another one after each release. */
async function firstOf(
  client: GitHubClient,
  repository: RepositoryName,
  { commit, releases }: { readonly commit: string; readonly releases: readonly Release[] },
): Promise<Release | null> {
  const first = await firstHolding(client, repository, { commit, releases: releases.slice(0, MOST_COMPARED) });
  if (first !== null) return first;
  const beyond = releases.slice(MOST_COMPARED);
  const newest = await firstHolding(client, repository, { commit, releases: beyond.slice(-NEWEST_COMPARED) });
  if (newest === null) return null;
  const between = await firstHolding(client, repository, { commit, releases: beyond.slice(0, -NEWEST_COMPARED) });
  return between ?? newest;
}

/** Oldest first. */
async function listReleases({ octokit }: GitHubClient, { owner, name: repo }: RepositoryName) {
  const { data } = await octokit.rest.repos.listReleases({ owner, repo, per_page: MOST_RELEASES });
  return readAnswer(releasesAnswer, data)
    .flatMap(({ tag_name: tag, draft, prerelease, published_at: publishedAt }): readonly Release[] =>
      draft || prerelease || publishedAt === null ? [] : [{ tag, publishedAt }],
    )
    .toSorted((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime());
}

async function firstHolding(
  client: GitHubClient,
  repository: RepositoryName,
  { commit, releases }: { readonly commit: string; readonly releases: readonly Release[] },
): Promise<Release | null> {
  for (const release of releases) {
    if (await holds(client, repository, { tag: release.tag, commit })) return release;
  }
  return null;
}

/** Seen from the tag, a commit that it holds is behind. */
async function holds(
  { octokit }: GitHubClient,
  { owner, name: repo }: RepositoryName,
  { tag, commit }: { readonly tag: string; readonly commit: string },
): Promise<boolean> {
  try {
    const basehead = `${tag}...${commit}`;
    // Of what differs nothing is asked: files stand on the first page alone.
    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
      owner,
      repo,
      basehead,
      per_page: 1,
      page: 2,
    });
    const { status } = readAnswer(comparison, data);
    return status === "behind" || status === "identical";
  } catch (error) {
    // The tag or the commit is gone, or they have nothing in common.
    if (hasStatus(error, 404)) return false;
    throw error;
  }
}
