import type { PullRequestReading } from "../sources/ports.ts";
import type { Look } from "./look.ts";
import { repositoryOf, threadOf } from "./thread.ts";
import type { JobTools } from "./tools.ts";

interface FirstLook extends Pick<Look, "job"> {
  readonly tools: {
    readonly commands: Pick<JobTools["commands"], "doubt">;
    readonly looks: Pick<JobTools["looks"], "sawOpen">;
  };
  readonly thread: Pick<Look["thread"], "asked">;
  readonly reading: Pick<PullRequestReading, "state">;
}

/**
 * What is recorded of a merge stays, so everything that people said is heard before, also what no delivery has told of yet.
 * Answers whether that is still to be done: the next look then reads all comments, which costs a request for each merge.
 */
export async function hearAllFirst({ job, tools, thread, reading }: FirstLook): Promise<boolean> {
  if (reading.state !== "merged" || thread.asked.kind === "cold") return false;
  if (!(await tools.looks.sawOpen(threadOf(job)))) return false;
  await tools.commands.doubt(repositoryOf(job), [job.number]);
  return true;
}
