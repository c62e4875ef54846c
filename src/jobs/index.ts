import type { JobHandlers } from "../queue/queue.ts";
import { forgetInstallation } from "./forget-installation.ts";
import { recheckBuildingOn } from "./recheck-building-on.ts";
import { forgetMergeGroup } from "./forget-merge-group.ts";
import { judgeMergeGroup } from "./judge-merge-group.ts";
import { recheckCommit } from "./recheck-commit.ts";
import { recheckInstallation } from "./recheck-installation.ts";
import { recheckLinkedPullRequests } from "./recheck-linked-pull-requests.ts";
import { recheckDependents } from "./recheck-dependents.ts";
import { recheckRepository } from "./recheck-repository.ts";
import { reconcilePullRequest } from "./reconcile-pull-request.ts";
import { reviewProblem } from "./review-problem.ts";
import type { JobTools } from "./tools.ts";

/** What is done for each kind of job. */
export function jobHandlers(tools: JobTools): JobHandlers {
  return {
    "reconcile-pull-request": (job) => reconcilePullRequest(job, tools),
    "review-problem": (job) => reviewProblem(job, tools),
    "recheck-linked-pull-requests": (job) => recheckLinkedPullRequests(job, tools),
    "judge-merge-group": (job) => judgeMergeGroup(job, tools),
    "forget-merge-group": (job) => forgetMergeGroup(job, tools),
    "recheck-repository": (job) => recheckRepository(job, tools),
    "recheck-dependents": (job) => recheckDependents(job, tools),
    "forget-installation": (job) => forgetInstallation(job, tools),
    "recheck-installation": (job) => recheckInstallation(job, tools),
    "recheck-building-on": (job) => recheckBuildingOn(job, tools),
    "recheck-commit": (job) => recheckCommit(job, tools),
  };
}
