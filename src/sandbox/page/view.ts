import type { html } from "hono/html";
import type { SimulatedGitHub } from "../github/simulated-github.ts";
import type { Account, Issue, IssueComment, PullRequest, Repository } from "../github/state/model.ts";
import { fullName } from "../github/state/state.ts";

/** Escaped by construction: only `html` makes it. */
export type Html = ReturnType<typeof html>;

/** What a page is drawn from. */
export interface View {
  readonly github: SimulatedGitHub;
  readonly now: Date;
  /** Said above the page once, after an act. */
  readonly notice: string | null;
  /** What the comment form is to start with: a command that a visitor chose. */
  readonly draft: string;
}

export type Item = Issue | PullRequest;

export function pathOfRepository(repository: Repository): string {
  return `/${fullName(repository)}`;
}

/** The same paths as on GitHub. */
export function pathOf(item: Item): string {
  return `${pathOfRepository(item.repository)}/${item.kind === "Issue" ? "issues" : "pull"}/${item.number}`;
}

/** As GitHub shows them: bots without their suffix, and with a word beside it. */
export function loginOf(account: Account): string {
  return account.deleted ? "ghost" : account.login;
}

/** Where a comment stands on the page of its thread. */
export function anchorOf({ id }: IssueComment): string {
  return `comment-${id}`;
}
