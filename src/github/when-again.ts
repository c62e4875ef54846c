import { GitHubError } from "./errors.ts";

/** For how long everything of an installation waits, and why, in words for the people who run the app. */
export interface Wait {
  readonly until: Date;
  readonly reason: string;
}

/** In milliseconds. GitHub's page on its limits asks for at least a minute where it names no time. */
const UNNAMED_MS = 60_000;

/**
 * In milliseconds. A suspension is told by a delivery or by the next sweep, which park the installation until it ends: this
 * is for one of which only a refusal tells, and which may end before that. No delivery tells when GitHub knows an
 * installation or takes the app's own key again; one that was removed is let go by the next sweep.
 */
const PARKED_MS = { suspended: 10 * 60_000, "not-known": 2 * 60_000, "app-refused": 2 * 60_000 } as const;

/** Until when an installation is to be left alone after this error; null where the error says nothing about all of it. */
export function whenAgain(error: unknown, now: Date): Wait | null {
  if (!(error instanceof GitHubError)) return null;
  const { failure, message: reason } = error;
  const after = (ms: number) => new Date(now.getTime() + ms);
  switch (failure.kind) {
    case "retry-later":
      return { until: failure.at ?? after(UNNAMED_MS), reason };
    case "no-room":
      return { until: failure.at, reason };
    case "no-token":
      return { until: after(PARKED_MS[failure.why]), reason };
    case "refused":
    case "status":
    case "no-answer":
    case "let-go":
    case "unexpected":
      return null;
  }
}
