import { commitAt } from "../acts/checks.ts";
import type { JsonObject } from "../json.ts";
import { presentCommit } from "../present/commit.ts";
import { presentChangedFile } from "../present/pull-request.ts";
import { repositoryUrl } from "../present/repository.ts";
import { commitOf, differences, historyOf, mergeBaseOf } from "../state/commits.ts";
import type { Commit } from "../state/model.ts";
import { fullName } from "../state/state.ts";
import { ok, type Operation, refuse, type RepositoryRequest, type RestAnswer } from "./operation.ts";
import { page } from "./pagination.ts";

type CompareRequest = RepositoryRequest & { path: { basehead: string }; query: { page?: number; per_page?: number } };

/** GitHub names no more files of a comparison. */
const mostFiles = 300;

export const comparisonOperations: readonly Operation[] = [
  { id: "repos/compare-commits-with-basehead", for: "repository", needs: [["contents", "read"]], run: compare },
];

function compare(request: CompareRequest): RestAnswer {
  const { world, repository, path } = request;
  const [base, head] = path.basehead.split("...").map((ref) => commitAt(world, repository, ref));
  if (base === undefined || head === undefined) throw refuse(404, "Not Found");
  const mergeBase = mergeBaseOf(world.state, base, head);
  if (mergeBase === undefined)
    throw refuse(404, `No common ancestor between ${path.basehead.replace("...", " and ")}.`);
  return present(request, { base: commitOf(world.state, base), head: commitOf(world.state, head), mergeBase });
}

type Compared = { base: Commit; head: Commit; mergeBase: Commit };

function present(request: CompareRequest, { base, head, mergeBase }: Compared): RestAnswer {
  const { world, repository } = request;
  const ahead = missingFrom(request, head, base).toReversed();
  const behind = missingFrom(request, base, head);
  const { items, headers } = page(request, ahead);
  const body: JsonObject = {
    ...addresses(request),
    base_commit: presentCommit(world.site, repository, base),
    merge_base_commit: presentCommit(world.site, repository, mergeBase),
    status: statusOf(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: items.map((each) => presentCommit(world.site, repository, each)),
    ...((request.query.page ?? 1) === 1 && { files: filesOf(request, { mergeBase, head }) }),
  };
  return { ...ok(body), headers };
}

function filesOf({ world, repository }: CompareRequest, { mergeBase, head }: Omit<Compared, "base">): JsonObject[] {
  const changes = differences(mergeBase.files, head.files).slice(0, mostFiles);
  return changes.map((each) => presentChangedFile(world.site, { repository, oid: head.oid }, each));
}

function missingFrom({ world }: CompareRequest, one: Commit, other: Commit): Commit[] {
  const known = new Set(historyOf(world.state, other.oid).map((each) => each.oid));
  return historyOf(world.state, one.oid).filter((each) => !known.has(each.oid));
}

function statusOf(ahead: number, behind: number): string {
  if (ahead === 0) return behind === 0 ? "identical" : "behind";
  return behind === 0 ? "ahead" : "diverged";
}

function addresses({ world, repository, path }: CompareRequest): JsonObject {
  const html = `${world.site.html}/${fullName(repository)}/compare/${path.basehead}`;
  return {
    url: `${repositoryUrl(world.site, repository)}/compare/${path.basehead}`,
    html_url: html,
    permalink_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
  };
}
