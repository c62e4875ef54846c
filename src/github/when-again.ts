import { GitHubError } from "./errors.ts";

/** For how long everything of an installation waits, and why, in words for the people who run the app. */
export interface Wait {
  readonly until: Date;
  readonly reason: string;
}

/** In milliseconds. GitHub's page on its limits asks for at least a minute where it names no time. */
const UNNAMED_MS = 60_000;

/**
 * In milliseconds. A suspension or a removal ends with a delivery, which takes the installation up again at once: this is
 * for the delivery that was lost. Where GitHub does not take the app's own key, no delivery tells when it does again.
 */
const PARKED_MS = { installation: 6 * 3_600_000, app: 5 * 60_000 } as const;

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
      return { until: after(PARKED_MS[failure.whose]), reason };
    case "refused":
    case "status":
    case "no-answer":
    case "let-go":
    case "unexpected":
      return null;
  }
}
