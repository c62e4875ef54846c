import type { Issue, IssueComment, PullRequest } from "../../src/sandbox/github/state/model.ts";
import type { Shop } from "./shop.ts";
import { checkOf, ownComments } from "./shop.ts";

/** Our reactions to a comment, in GitHub's words. */
export function reactionsTo({ reactions }: IssueComment): readonly string[] {
  return reactions.map(({ content }) => content);
}

/** What we answered in words, without the marker by which we know it again. */
export function answersOn(on: Issue | PullRequest): readonly string[] {
  return ownComments(on)
    .filter(({ body }) => body.startsWith("<!-- outcome-link:answer "))
    .map(({ body }) => body.replace(/^<!--.*?-->\n/, ""));
}

/** Somebody writes a comment, and everything that follows from it happens. */
export async function say(shop: Shop, on: Issue | PullRequest, given: { by: string; body: string }) {
  const comment = shop.people.comment({ on, ...given });
  await shop.settle();
  return comment;
}

/** Somebody presses the button on the check of a pull request. */
export async function pressButton(shop: Shop, pullRequest: PullRequest, by: string): Promise<void> {
  const run = checkOf(shop, pullRequest);
  if (run === undefined) throw new Error("There is no check to press the button of.");
  shop.people.requestCheckAction({ run, identifier: "recheck", by });
  await shop.settle();
}
