import { commitFiles } from "../acts/commits.ts";
import { openPullRequest } from "../acts/pull-requests.ts";
import { commitOf, differences } from "../state/commits.ts";
import type { Account, PullRequest } from "../state/model.ts";
import { fullName } from "../state/state.ts";
import type { World } from "../world.ts";

/** What GitHub's button "Revert" on a merged pull request makes: a branch, its one commit, and a pull request, in its words. */
export function revert(world: World, merged: PullRequest, by: Account): PullRequest {
  const { repository, number, mergeCommitOid } = merged;
  if (mergeCommitOid === null) throw new Error(`Number ${number} is not merged`);
  const title = `Revert "${merged.title}"`;
  const branch = `revert-${number}-${merged.head.ref}`;
  const message = `Revert "${merged.title} (#${number})"\n\nThis reverts commit ${mergeCommitOid}.`;
  commitFiles(world, repository, { branch, by, message, files: filesBefore(world, mergeCommitOid) });
  const head = { repository, ref: branch };
  const body = `Reverts ${fullName(repository)}#${number}`;
  return openPullRequest(world, repository, { title, body, by, base: merged.base.ref, head });
}

/** What the commit changed, as it was. */
function filesBefore(world: World, oid: string): Readonly<Record<string, string | null>> {
  const { files, parents } = commitOf(world.state, oid);
  const [parent] = parents;
  const before = parent === undefined ? new Map<string, string>() : commitOf(world.state, parent).files;
  return Object.fromEntries(differences(before, files).map(({ path }) => [path, before.get(path) ?? null]));
}
