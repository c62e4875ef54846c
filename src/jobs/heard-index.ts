import type { HeardIndex, IssuePlace } from "../sources/heard-index.ts";
import type { ThreadRef } from "../queue/thread-index.ts";
import type { JobTools } from "./tools.ts";

interface Means {
  readonly job: { readonly installation: number };
  readonly tools: Pick<JobTools, "commands"> & { readonly followUps: Pick<JobTools["followUps"], "homeOf"> };
}

/** The indexes of commands and of merged work, for issues wherever this installation sees them. */
export function heardIndex({ job: { installation }, tools: { commands, followUps } }: Means): HeardIndex {
  const threadAt = ({ reference, repositoryId }: IssuePlace): ThreadRef => ({
    ...reference,
    installation,
    repositoryId,
  });
  return {
    standing: (issue) => commands.of(threadAt(issue)),
    refused: async (issue) => (await commands.beforeReading(threadAt(issue))).refused,
    homeOf: async (repositoryId, number) =>
      (await followUps.homeOf({ installation, repositoryId }, number))?.number ?? null,
  };
}
