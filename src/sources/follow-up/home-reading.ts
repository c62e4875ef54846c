import type { Actor } from "../../core/facts/actor.ts";
import type { Home } from "../../core/follow-up/follow-up.ts";
import type { ProblemReading, PullRequestReading, ThreadReading } from "../ports.ts";
import type { KnownWords } from "./asked-dates.ts";
import type { RepositoryReading } from "../repository-reading.ts";

/** With what the index knows of our own words there. */
export interface KnownHome extends HomeReading {
  readonly words: KnownWords;
}

/** A home as it was read, whichever it is. */
export interface HomeReading extends Home {
  readonly repository: RepositoryReading;
  readonly author: Actor | null;
  /** Who reported the problem, or the same once more; nobody of a pull request. */
  readonly reporters: readonly Actor[];
  readonly mergedAt: Date | null;
  readonly thread: ThreadReading;
}

export function homeOfProblem({ repository, issue, duplicatesBy, thread }: ProblemReading): HomeReading {
  const { reference, title, state, author } = issue;
  const reporters = [...(author === null ? [] : [author]), ...duplicatesBy];
  return { kind: "problem", repository, reference, title, state, author, reporters, mergedAt: null, thread };
}

export function homeOfPullRequest(reading: PullRequestReading): HomeReading {
  const { repository, reference, title, author, mergedAt, thread } = reading;
  const state = reading.state === "open" ? "open" : "closed";
  return { kind: "pull_request", repository, reference, title, state, author, reporters: [], mergedAt, thread };
}
