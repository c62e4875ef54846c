import type { JobHandlers } from "../queue/queue.ts";
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

export interface HandlerTools extends Omit<JobTools, "connect"> {
  readonly connect: (installation: number, job: Pick<JobContext, "signal" | "held">) => Promise<Connection>;
}

/** What is done for each kind of job. Whatever a job asks of GitHub is asked for as long as the job is held. */
export function jobHandlers(tools: HandlerTools): JobHandlers {
  const slowed = slowDown();
  const toolsFor = (context: JobContext): JobTools => ({
    ...tools,
    slowDown: slowed,
    connect: (installation) => tools.connect(installation, context),
  });
  return {
    "reconcile-pull-request": (job, context) => reconcilePullRequest(job, toolsFor(context)),
    "review-problem": (job, context) => reviewProblem(job, toolsFor(context)),
    "recheck-linked-pull-requests": (job, context) => recheckLinkedPullRequests(job, toolsFor(context)),
    "judge-merge-group": (job, context) => judgeMergeGroup(job, toolsFor(context)),
    "forget-merge-group": (job, context) => forgetMergeGroup(job, toolsFor(context)),
    "recheck-repository": (job, context) => recheckRepository(job, toolsFor(context)),
    "recheck-dependents": (job, context) => recheckDependents(job, toolsFor(context)),
    "forget-installation": (job, context) => forgetInstallation(job, toolsFor(context)),
    "recheck-installation": (job, context) => recheckInstallation(job, toolsFor(context)),
    "recheck-building-on": (job, context) => recheckBuildingOn(job, toolsFor(context)),
    "recheck-commit": (job, context) => recheckCommit(job, toolsFor(context)),
    "run-command": (job, context) => runCommand(job, toolsFor(context)),
    "press-recheck": (job, context) => pressRecheck(job, toolsFor(context)),
    "tell-given-up": (job, context) => tellGivenUp(job, toolsFor(context)),
    "park-installation": (job, context) => parkInstallation(job, toolsFor(context)),
    "unpark-installation": (job, context) => unparkInstallation(job, toolsFor(context)),
    "forget-repository": (job, context) => forgetRepository(job, toolsFor(context)),
    "recover-deliveries": (job, context) => recoverDeliveries(job, toolsFor(context)),
    sweep: (job, context) => sweep(job, toolsFor(context)),
    "sweep-installation": (job, context) => sweepInstallation(job, toolsFor(context)),
    "sweep-repository": (job, context) => sweepRepository(job, toolsFor(context)),
    "settle-follow-up": (job, context) => settleFollowUp(job, toolsFor(context)),
    "wake-follow-ups": (job, context) => wakeFollowUps(job, toolsFor(context)),
    "list-follow-ups": (job, context) => listFollowUps(job, toolsFor(context)),
    "list-opt-outs": (job, context) => listOptOuts(job, toolsFor(context)),
    "note-release": (job, context) => noteRelease(job, toolsFor(context)),
    "follow-revert": (job, context) => followRevert(job, toolsFor(context)),
    "refresh-board": (job, context) => refreshBoard(job, toolsFor(context)),
  };
}
