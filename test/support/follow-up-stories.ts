import type { Issue, IssueComment, PullRequest } from "../../src/sandbox/github/state/model.ts";
import type { Shop, ShopOptions } from "./shop.ts";
import { HYPOTHESIS, openShop, ownComments } from "./shop.ts";

const HOUR = 60;
export const DAY = 24 * HOUR;

/** A shop whose app looks by itself at what becomes due. It begins on Monday, 2 March 2026, at 10:00; the slot is Tuesday at 10:00. */
export function openFollowingShop(options: ShopOptions = {}): Promise<Shop> {
  return openShop({ recurring: "on", ...options });
}

/** Time passes until then, and everything happens that has become due. */
export async function until(shop: Shop, moment: string): Promise<void> {
  const minutes = (Date.parse(moment) - shop.now().getTime()) / 60_000;
  if (minutes < 0) throw new Error(`${moment} is over`);
  await shop.later(minutes);
}

/** Opened by Ada and merged at once. */
export async function mergeFor(shop: Shop, issue: Issue | null, body = HYPOTHESIS): Promise<PullRequest> {
  const pullRequest = await shop.open(issue === null ? body : `Fixes #${issue.number}\n\n${body}`);
  shop.people.mergePullRequest({ pullRequest, by: "ada" });
  await shop.settle();
  return pullRequest;
}

export function questionsOn(thread: Issue | PullRequest): readonly IssueComment[] {
  return ownComments(thread).filter(({ body }) => body.startsWith("<!-- outcome-link:question -->"));
}

export function remindersOn(thread: Issue | PullRequest): readonly IssueComment[] {
  return ownComments(thread).filter(({ body }) => body.startsWith("<!-- outcome-link:reminder -->"));
}
