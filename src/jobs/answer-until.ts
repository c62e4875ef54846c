import type { JobTools } from "./tools.ts";

/**
 * In milliseconds. GitHub delivers again what is up to three days old; what comes later is somebody's repetition. What an
 * older comment says still stands, but nobody waits for an answer any more.
 */
const ANSWERED_FOR_MS = 72 * 3600 * 1000;

export function mayAnswerSince({ now }: Pick<JobTools, "now">): Date {
  return new Date(now().getTime() - ANSWERED_FOR_MS);
}
