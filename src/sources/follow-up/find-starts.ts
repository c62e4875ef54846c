import type { FollowUpSettings } from "../../core/follow-up/follow-up-settings.ts";
import type { RepositoryName } from "../../core/facts/reference.ts";
import type { Served } from "../../core/follow-up/follow-up.ts";
import type { GitHubReader, ServedReading } from "../ports.ts";

interface Means {
  readonly github: Pick<GitHubReader, "findReleases">;
  readonly settings: FollowUpSettings;
  /** When somebody was asked last; null: never. What was merged before needs no date any more. */
  readonly askedAt: Date | null;
}

type Standing = ServedReading & Pick<Served, "restoredAt">;

/**
 * When the window of each starts, by its number; none where that is not known yet. What was taken back and brought back is
 * as if it were merged then. GitHub is asked only where it starts at a release.
 */
export async function findStarts(
  repository: RepositoryName,
  served: readonly Standing[],
  { github, settings, askedAt }: Means,
): Promise<ReadonlyMap<number, Date>> {
  const numbered = served.map(({ reference: { number }, mergedAt, restoredAt, mergeCommit }) => {
    return { number, since: restoredAt ?? mergedAt, commit: mergeCommit };
  });
  if (settings.start === "merge") return new Map(numbered.map(({ number, since }) => [number, since]));
  const wanted = numbered.filter(({ since }) => askedAt === null || since > askedAt);
  const merges = wanted.flatMap(({ commit, since }) => (commit === null ? [] : [{ commit, mergedAt: since }]));
  const released = merges.length === 0 ? new Map<string, Date>() : await github.findReleases(repository, merges);
  return new Map(
    wanted.flatMap(({ number, commit }): readonly [number, Date][] => {
      const at = released.get(commit ?? "");
      return at === undefined ? [] : [[number, at]];
    }),
  );
}
