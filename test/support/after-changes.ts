import { expect } from "vitest";
import type { PullRequest } from "../../src/sandbox/github/state/model.ts";
import { checkTextOf, ownComments, verdictOf } from "./shop.ts";
import type { Shop } from "./shop.ts";

/** What the app shows on a pull request now. */
export function shownOn(shop: Shop, pullRequest: PullRequest): string {
  const comments = ownComments(pullRequest).map(({ body }) => body);
  return [verdictOf(shop, pullRequest), checkTextOf(shop, pullRequest), ...comments].join("\n");
}

/** GitHub loses the deliveries of what is done. */
export async function unheard<Done>(shop: Shop, act: () => Done): Promise<Done> {
  const done = untold(shop, act);
  await shop.settle();
  return done;
}

/** The same for what only sets a stage: no delivery is made of it, or repeated. */
export function untold<Done>({ github: { webhooks } }: Shop, act: () => Done): Done {
  webhooks.hold();
  const done = act();
  for (const delivery of webhooks.held()) webhooks.drop(delivery);
  webhooks.deliverAutomatically();
  return done;
}

/** Nothing waits, nothing was given up on, and nothing is left to be due but the board, a minute after what it shows. */
export async function expectDone(shop: Shop): Promise<void> {
  await shop.later(1);
  const { waiting, active, backingOff, delayed, dead } = await shop.app.runtime.queue.counts();
  const none = { waiting: 0, active: 0, backingOff: 0, delayed: 0, dead: 0 };
  expect({ waiting, active, backingOff, delayed, dead }).toEqual(none);
}
