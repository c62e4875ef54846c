import type { z } from "zod";
import type { Job } from "../queue/job.ts";
import type { checkRunPayload } from "./payloads.ts";
import { repositoryPlace } from "./repository-place.ts";

type CheckRunPayload = z.output<typeof checkRunPayload>;
type OfCommit = Omit<Job & { kind: "recheck-commit" }, "kind">;

/** GitHub's own re-run, for which it asks for rights itself, and our button, of which it only tells who pressed it. */
export function jobsForCheckRun(payload: CheckRunPayload): readonly Job[] {
  const { action, installation, repository, sender, requested_action: pressed } = payload;
  const { head_sha: sha, check_suite: suite } = payload.check_run;
  const commit = { installation: installation.id, repository: repositoryPlace(repository), sha };
  if (action !== "requested_action") return [askedAgain(commit, suite?.head_branch)];
  if (pressed?.identifier !== "recheck" || !sender || sender.type === "Bot") return [];
  const ref = groupRef(suite?.head_branch);
  return [{ kind: "press-recheck", ...commit, login: sender.login, ...(ref !== null && { ref }) }];
}

/** A merge group's commit is no pull request's: its branch tells it. */
export function askedAgain(commit: OfCommit, branch: string | null | undefined): Job {
  const ref = groupRef(branch);
  return ref === null ? { kind: "recheck-commit", ...commit } : { kind: "judge-merge-group", ...commit, ref };
}

function groupRef(branch: string | null | undefined): string | null {
  return branch?.startsWith("gh-readonly-queue/") === true ? `refs/heads/${branch}` : null;
}
