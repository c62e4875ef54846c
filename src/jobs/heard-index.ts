import type { HeardIndex, IssuePlace } from "../sources/heard-index.ts";
import type { ThreadRef } from "../queue/thread-index.ts";
import type { JobTools } from "./tools.ts";

interface Means {
  readonly job: { readonly installation: number };
  readonly tools: Pick<JobTools, "commands">;
}

/** The index of commands, for issues wherever this installation sees them. */
export function heardIndex({ job: { installation }, tools: { commands } }: Means): HeardIndex {
  const threadAt = ({ reference, repositoryId }: IssuePlace): ThreadRef => ({
    ...reference,
    installation,
    repositoryId,
  });
  return {
    standing: (issue) => commands.of(threadAt(issue)),
    refused: async (issue) => (await commands.beforeReading(threadAt(issue))).refused,
  };
}
