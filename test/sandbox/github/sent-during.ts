import type { SmallGitHub } from "./small-github.ts";

export function sent({ github }: SmallGitHub): string[] {
  return github.webhooks.deliveries.map(({ event, action }) => (action === null ? event : `${event}.${action}`));
}

/** What was sent since, leaving out the story's set-up. */
export function sentDuring(small: SmallGitHub, act: () => void): string[] {
  const before = small.github.webhooks.deliveries.length;
  act();
  return sent(small).slice(before);
}
