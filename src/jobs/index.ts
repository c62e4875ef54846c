import type { JobKind, JobOfKind } from "../queue/job.ts";
import type { JobHandler } from "../queue/queue.ts";
import type { JobContext } from "../queue/run-job.ts";
import { followRevert } from "./follow-revert.ts";
import { forgetInstallation } from "./forget-installation.ts";
import { forgetMergeGroup } from "./forget-merge-group.ts";
import { forgetRepository } from "./forget-repository.ts";
import { judgeMergeGroup } from "./judge-merge-group.ts";
import { listFollowUps } from "./list-follow-ups.ts";
import { listOptOuts } from "./list-opt-outs.ts";
import { noteRelease } from "./note-release.ts";
import { pressRecheck } from "./press-recheck.ts";
import { parkInstallation } from "./park-installation.ts";
import { recheckBuildingOn } from "./recheck-building-on.ts";
import { recheckCommit } from "./recheck-commit.ts";
import { recheckDependents } from "./recheck-dependents.ts";
import { recheckInstallation } from "./recheck-installation.ts";
import { recheckLinkedPullRequests } from "./recheck-linked-pull-requests.ts";
import { recheckRepository } from "./recheck-repository.ts";
import { reconcilePullRequest } from "./reconcile-pull-request.ts";
import { recoverDeliveries } from "./recover-deliveries.ts";
import { refreshBoard } from "./refresh-board.ts";
import { reviewProblem } from "./review-problem.ts";
import { runCommand } from "./run-command.ts";
import { settleFollowUp } from "./settle-follow-up.ts";
import { slowDown } from "./slow-down.ts";
import { sweepInstallation } from "./sweep-installation.ts";
import { sweepRepository } from "./sweep-repository.ts";
import { sweep } from "./sweep.ts";
import { tellGivenUp } from "./tell-given-up.ts";
import type { Connection, JobTools } from "./tools.ts";
import { unparkInstallation } from "./unpark-installation.ts";
import { wakeFollowUps } from "./wake-follow-ups.ts";

type Stories = { readonly [Kind in JobKind]: (job: JobOfKind[Kind], tools: JobTools) => Promise<void> };

/** What is done for each kind of job. */
const stories: Stories = {
  "reconcile-pull-request": reconcilePullRequest,
  "review-problem": reviewProblem,
  "recheck-linked-pull-requests": recheckLinkedPullRequests,
  "judge-merge-group": judgeMergeGroup,
  "forget-merge-group": forgetMergeGroup,
  "recheck-repository": recheckRepository,
  "recheck-dependents": recheckDependents,
  "forget-installation": forgetInstallation,
  "recheck-installation": recheckInstallation,
  "recheck-building-on": recheckBuildingOn,
  "recheck-commit": recheckCommit,
  "run-command": runCommand,
  "press-recheck": pressRecheck,
  "tell-given-up": tellGivenUp,
  "park-installation": parkInstallation,
  "unpark-installation": unparkInstallation,
  "forget-repository": forgetRepository,
  "recover-deliveries": recoverDeliveries,
  sweep,
  "sweep-installation": sweepInstallation,
  "sweep-repository": sweepRepository,
  "settle-follow-up": settleFollowUp,
  "wake-follow-ups": wakeFollowUps,
  "list-follow-ups": listFollowUps,
  "list-opt-outs": listOptOuts,
  "note-release": noteRelease,
  "follow-revert": followRevert,
  "refresh-board": refreshBoard,
};

export interface HandlerTools extends Omit<JobTools, "connect"> {
  readonly connect: (installation: number, job: Pick<JobContext, "signal" | "held">) => Promise<Connection>;
}

/** Does any job. Whatever it asks of GitHub is asked for as long as the job is held. */
export function jobHandler(tools: HandlerTools): JobHandler {
  const slowed = slowDown();
  return (job, context) => {
    const connect: JobTools["connect"] = (installation) => tools.connect(installation, context);
    return run({ kind: job.kind, job, tools: { ...tools, slowDown: slowed, connect } });
  };
}

function run<Kind extends JobKind>(of: {
  readonly kind: Kind;
  readonly job: JobOfKind[Kind];
  readonly tools: JobTools;
}): Promise<void> {
  return stories[of.kind](of.job, of.tools);
}
