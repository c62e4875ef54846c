import type { FollowUpFacts, Served } from "../../src/core/follow-up/follow-up.ts";
import { followUpSettingsSchema } from "../../src/core/follow-up/follow-up-settings.ts";
import type { FollowUpSettings } from "../../src/core/follow-up/follow-up-settings.ts";
import type { OutcomeRecord } from "../../src/core/follow-up/record.ts";

const repository = {
  owner: "acme",
  name: "shop",
  visibility: "public",
  defaultBranch: "main",
  configuredAt: new Date("2026-01-01T00:00:00Z"),
} as const;

const home = {
  kind: "problem",
  reference: { owner: "acme", name: "shop", number: 7 },
  title: "The total is hidden on small screens",
  state: "open",
} as const;

export function settings(given: Readonly<Record<string, unknown>> = {}): FollowUpSettings {
  return followUpSettingsSchema.parse(given);
}

/** Facts of one home where nothing is said, asked or taken back, unless given. */
export function followUpFacts(given: Partial<FollowUpFacts> = {}): FollowUpFacts {
  return {
    now: new Date("2026-03-02T09:00:00Z"),
    repository,
    home,
    served: [],
    asked: [],
    withdrawn: [],
    reminded: [],
    answers: [],
    snoozes: [],
    cancelled: [],
    reactions: null,
    undetermined: false,
    ...given,
  };
}

/** A merged pull request with a window of 14 days that starts at its merge. */
export function servedOn(number: number, mergedAt: Date, given: Partial<Served> = {}): Served {
  return {
    reference: { owner: "acme", name: "shop", number },
    title: `Change ${number}`,
    author: { login: "mia", kind: "user" },
    record: recordOf(number, mergedAt),
    mergedAt,
    editedAt: null,
    startsAt: mergedAt,
    revertedAt: null,
    revertedBy: null,
    restoredAt: null,
    cancelledAt: null,
    ...given,
  };
}

function recordOf(number: number, mergedAt: Date): OutcomeRecord {
  return {
    version: 1,
    pull_request: `acme/shop#${number}`,
    problem: "acme/shop#7",
    believed: "We believe a visible total for shoppers on small screens will lower abandoned carts.",
    exploring: null,
    metric: null,
    baseline: null,
    target: null,
    window_days: 14,
    merged_at: mergedAt.toISOString(),
    edited_after_merge: false,
    due_at: null,
  };
}
