import { z } from "zod";

/** An issue or a pull request, with the installation that can see it. */
export interface ThreadRef {
  readonly installation: number;
  readonly repositoryId: number;
  readonly owner: string;
  readonly name: string;
  readonly number: number;
}

/** The columns that every row about a thread starts with, and their values. */
export const ofThread = "installation = $1 AND repository_id = $2 AND number = $3";
export const threadKey = (thread: ThreadRef) => [thread.installation, thread.repositoryId, thread.number] as const;

/** bigint arrives as a number from PGlite and as text from PostgreSQL's driver. GitHub's ids stay below 2^53. */
export const bigint = z.coerce.number<number | string>();
