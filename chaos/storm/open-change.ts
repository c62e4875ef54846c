import type { Random } from "../random.ts";
import type { Body, Places } from "./bodies.ts";
import { pickBody } from "./bodies.ts";
import type { Change, Problem, Shop, Stage } from "./stage.ts";
import { WRITER } from "./stage.ts";
import { onCommitOf } from "./twins.ts";

/** A new pull request, where there are fewest. */
export function openChange(stage: Stage, random: Random): void {
  const shop = stage.shops.toSorted((a, b) => a.changes.length - b.changes.length)[0] ?? random.pick(stage.shops);
  openIn(stage, { shop, author: random.chance(0.2) ? "may read" : "may write", body: pickBody(random) }, random);
}

/** Of so many the app reads all; of more it says only that they are too many. */
const MOST_ON_A_COMMIT = 3;

export interface NewTwin {
  readonly of: Change;
  readonly body: Body;
}

/** One more pull request from the same commit, by a branch of its own: GitHub shows one check for both. */
export function openTwin(stage: Stage, { of: twin, body }: NewTwin, random: Random): void {
  const { shop, author, pullRequest } = twin;
  // A stranger's commit is in a fork, where they have but one branch.
  if (author === "may read" || pullRequest.state === "closed") return;
  if (onCommitOf(twin).length >= MOST_ON_A_COMMIT) return;
  shop.repository.branches.set(nextBranch(shop), pullRequest.head.oid);
  openIn(stage, { shop, author, body }, random);
}

type New = Pick<Change, "shop" | "author" | "body">;

export function openIn({ github }: Stage, { shop, author, body }: New, random: Random): Change {
  const problem = random.pick(shop.problems);
  const pullRequest = github.people.openPullRequest({
    repository: shop.repository,
    author: author === "may write" ? WRITER : "olu",
    title: `Change ${shop.changes.length + 1}`,
    body: body.write(placesOf(problem)),
    head: nextBranch(shop),
    draft: random.chance(0.1),
    ...(author === "may read" && { fork: "author" as const }),
  });
  const change = { shop, pullRequest, author, body, problem, remarks: [] };
  shop.changes.push(change);
  return change;
}

function nextBranch({ changes }: Shop): string {
  return `change-${changes.length + 1}`;
}

/** A number that no shop reaches. */
export function placesOf({ issue }: Problem): Places {
  return { problem: issue.number, nothing: 900_000 };
}
