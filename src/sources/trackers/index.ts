import { asana } from "./asana.ts";
import { azureBoards } from "./azure-boards.ts";
import { jira } from "./jira.ts";
import { linear } from "./linear.ts";
import { shortcut } from "./shortcut.ts";
import type { Tracker } from "./tracker.ts";

/** Trackers that a configuration switches on by name. */
export const knownTrackers = [jira, linear, shortcut, asana, azureBoards] as const satisfies readonly Tracker[];

export function findKnownTracker(name: string): Tracker | null {
  return knownTrackers.find((tracker) => tracker.name === name.toLowerCase()) ?? null;
}
