import type { Commit, PullRequest, Repository } from "./model.ts";
import type { State } from "./state.ts";

export type ChangedFile = {
  path: string;
  change: "added" | "removed" | "modified";
  additions: number;
  deletions: number;
};

export function commitOf(state: State, oid: string): Commit {
  const found = state.commits.get(oid);
  if (found === undefined) throw new Error(`The simulated GitHub has no commit ${oid}`);
  return found;
}

/** A branch, a tag-like `heads/x` or `refs/heads/x`, "HEAD" or a commit's own name. */
export function resolveRef(repository: Repository, ref: string): string | undefined {
  const name = ref.replace(/^(refs\/)?heads\//, "");
  if (name === "HEAD") return repository.branches.get(repository.defaultBranch);
  const tag = repository.releases.find((each) => each.tagName === ref.replace(/^refs\/tags\//, ""));
  return repository.branches.get(name) ?? tag?.targetOid ?? (/^[0-9a-f]{40}$/.test(ref) ? ref : undefined);
}

export function historyOf(state: State, oid: string): Commit[] {
  const seen = new Set<string>();
  const found: Commit[] = [];
  const waiting = [oid];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const commit = commitOf(state, next);
    found.push(commit);
    waiting.push(...commit.parents);
  }
  return found;
}

/** The pull request's own commits, oldest first: what its head has and its base has not. */
export function commitsOf(state: State, pullRequest: PullRequest): Commit[] {
  return comparison(state, pullRequest).commits;
}

export function changedFilesOf(state: State, pullRequest: PullRequest): ChangedFile[] {
  return comparison(state, pullRequest).files;
}

interface Comparison {
  readonly commits: Commit[];
  readonly files: ChangedFile[];
}

/** Commits never change, so what one has against another is worked out once. */
const comparisons = new WeakMap<State, Map<string, Comparison>>();

function comparison(state: State, pullRequest: PullRequest): Comparison {
  const known = comparisons.get(state) ?? new Map<string, Comparison>();
  comparisons.set(state, known);
  const key = `${pullRequest.base.oid}...${pullRequest.head.oid}`;
  const found = known.get(key) ?? {
    commits: commitsSinceBase(state, pullRequest),
    files: changesSinceBase(state, pullRequest),
  };
  known.set(key, found);
  return found;
}

function commitsSinceBase(state: State, pullRequest: PullRequest): Commit[] {
  const onBase = new Set(historyOf(state, pullRequest.base.oid).map((each) => each.oid));
  return historyOf(state, pullRequest.head.oid)
    .filter((each) => !onBase.has(each.oid))
    .toReversed();
}

function changesSinceBase(state: State, pullRequest: PullRequest): ChangedFile[] {
  const mergeBase = mergeBaseOf(state, pullRequest.base.oid, pullRequest.head.oid);
  return differences(mergeBase?.files ?? new Map(), commitOf(state, pullRequest.head.oid).files);
}

/** The newest commit of the head's history that is in the base's too. */
export function mergeBaseOf(state: State, base: string, head: string): Commit | undefined {
  const onBase = new Set(historyOf(state, base).map((each) => each.oid));
  return historyOf(state, head).find((each) => onBase.has(each.oid));
}

export function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): ChangedFile[] {
  if (before === after) return [];
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths]
    .toSorted()
    .map((path) => difference(path, before.get(path), after.get(path)))
    .filter((each) => each !== undefined);
}

function difference(path: string, before?: string, after?: string): ChangedFile | undefined {
  if (before === after) return undefined;
  const [old, young] = [linesOf(before), linesOf(after)];
  const change = before === undefined ? "added" : after === undefined ? "removed" : "modified";
  return { path, change, additions: missingFrom(old, young), deletions: missingFrom(young, old) };
}

function linesOf(text: string | undefined): string[] {
  return text === undefined || text === "" ? [] : text.replace(/\n$/, "").split("\n");
}

/** Counted without regard to order: near enough to git's counts for a simulation. */
function missingFrom(lines: readonly string[], from: readonly string[]): number {
  const left = new Map<string, number>();
  for (const line of lines) left.set(line, (left.get(line) ?? 0) + 1);
  return from.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  }).length;
}
