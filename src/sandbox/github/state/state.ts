import { createHash } from "node:crypto";
import type { Installation } from "./installation.ts";
import type { Account, App, CheckRun, Commit, Issue, IssueComment, Node, Repository } from "./model.ts";

export type State = {
  /** Ids and node ids count up from here, so that a run of a story is the same every time. */
  lastId: number;
  app: App;
  accounts: Account[];
  repositories: Repository[];
  /** Where repositories were before they were renamed or moved: "owner/name" in lower case. */
  formerNames: Map<string, Repository>;
  installations: Installation[];
  commits: Map<string, Commit>;
  comments: Map<number, IssueComment>;
  checkRuns: Map<number, CheckRun>;
  nodes: Map<string, Node>;
  /** Above the list of their repository. */
  pinned: Issue[];
};

export type Identified = { id: number; nodeId: string };

const firstId = 1000;

export function emptyState(app: { id: number; slug: string; name: string }): State {
  const owner: Account = account({ id: 1, nodeId: "O_kgAB", login: "outcome-makers", kind: "Organization" });
  const bot = account({ id: 2, nodeId: "BOT_kgAC", login: app.slug, kind: "Bot" });
  return {
    lastId: firstId,
    app: { kind: "App", ...app, nodeId: "A_kwAB", owner, bot, permissions: {}, events: [] },
    accounts: [owner, bot],
    repositories: [],
    formerNames: new Map(),
    installations: [],
    commits: new Map(),
    comments: new Map(),
    checkRuns: new Map(),
    nodes: new Map(),
    pinned: [],
  };
}

export function account(given: Identified & { login: string; kind: Account["kind"] }): Account {
  return { ...given, deleted: false, members: new Set(), issueTypes: [] };
}

/** A fresh id with an opaque node id, as GitHub gives them: a prefix and base64. */
export function identify(state: State, prefix: string): Identified {
  state.lastId += 1;
  return { id: state.lastId, nodeId: `${prefix}_kw${Buffer.from(`DO${state.lastId}`).toString("base64url")}` };
}

/** Forty hexadecimal digits that depend on nothing but the state's history. */
export function nextOid(state: State): string {
  state.lastId += 1;
  return createHash("sha1").update(`object ${state.lastId}`).digest("hex");
}

export function remember<T extends Node>(state: State, node: T): T {
  state.nodes.set(node.nodeId, node);
  return node;
}

export function commitNodeId(commit: Commit): string {
  return `C_kw${Buffer.from(commit.oid.slice(0, 12)).toString("base64url")}`;
}

export function fullName(repository: Repository): string {
  return `${repository.owner.login}/${repository.name}`;
}

export function findRepository(state: State, name: string): Repository | undefined {
  const wanted = name.toLowerCase();
  return state.repositories.find((each) => !each.deleted && fullName(each).toLowerCase() === wanted);
}

export function repositoryNamed(state: State, name: string): Repository {
  const found = findRepository(state, name);
  if (found === undefined) throw new Error(`The simulated GitHub has no repository ${name}`);
  return found;
}

export function findAccount(state: State, login: string): Account | undefined {
  const wanted = login.toLowerCase();
  return state.accounts.find((each) => each.login.toLowerCase() === wanted && !each.deleted);
}

export function installationFor(state: State, repository: Repository): Installation | undefined {
  return state.installations.find((each) => covers(each, repository));
}

export function covers(installation: Installation, repository: Repository): boolean {
  if (installation.account !== repository.owner || repository.deleted) return false;
  return installation.repositorySelection === "all" || installation.selected.has(repository);
}
