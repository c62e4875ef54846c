import type { Issue, PullRequest } from "../../src/sandbox/github/state/model.ts";
import type { Random } from "../random.ts";
import { placesOf } from "./open-change.ts";
import type { Remark, Speaker } from "./remark.ts";
import { isDeleted, isSeen, stands } from "./remark.ts";
import { effective, sayings } from "./sayings.ts";
import type { Saying } from "./sayings.ts";
import type { Change, Problem, Stage } from "./stage.ts";
import { OWNER, REPORTER, TRIAGER, WRITER } from "./stage.ts";

export const writer: Speaker = { login: WRITER, role: "write" };

export const rob: Speaker = { login: "rob", role: "stranger" };
export const helper: Speaker = { login: "helper[bot]", role: "bot" };
const speakers: readonly Speaker[] = [
  writer,
  { login: OWNER, role: "admin" },
  { login: TRIAGER, role: "triage" },
  rob,
  helper,
];
const olu: Speaker = { login: "olu", role: "stranger" };
export const mia: Speaker = { login: REPORTER, role: "stranger" };

/** Somebody comments on a pull request, its author as often as all others together. */
export function speak(stage: Stage, change: Change, random: Random): void {
  const author = change.author === "may write" ? writer : olu;
  const by = random.chance(0.5) ? author : random.pick([...speakers, olu]);
  const saying = random.pick(random.chance(0.5) ? effective : sayings);
  const problem = random.chance(0.5) ? change.problem : random.pick(change.shop.problems);
  comment(stage, change, { by, saying, problem, first: random.chance(0.1) ? "edited at once" : "to be read" });
}

/** Somebody comments on an issue; what its author believes there counts for the pull requests that link to it. */
export function speakOfProblem(stage: Stage, problem: Problem, random: Random): void {
  const by = random.pick([...speakers, mia]);
  const saying = random.pick(random.chance(0.4) ? believed : sayings);
  comment(stage, problem, { by, saying, problem, first: random.chance(0.1) ? "edited at once" : "to be read" });
}

/** On an issue. */
export const believed = sayings.filter(({ says, answers }) => says === "a belief" || answers === "yes");

type Said = Omit<Remark, "comment" | "now">;

export function comment({ github }: Stage, thread: Change | Problem, said: Said): void {
  const { by, saying, problem, first } = said;
  const made = github.people.comment({ on: itemOf(thread), by: by.login, body: saying.write(placesOf(problem)) });
  if (first === "edited at once") github.people.editComment({ comment: made, by: by.login, body: `${made.body}.` });
  thread.remarks.push({ ...said, now: saying, comment: made });
}

function itemOf(thread: Change | Problem): PullRequest | Issue {
  return "pullRequest" in thread ? thread.pullRequest : thread.issue;
}

/** Somebody edits or deletes a comment: who wrote it, or who may write in the repository. */
export function takeBack(stage: Stage, { remarks }: Change | Problem, random: Random): void {
  const there = remarks.filter((one) => !isDeleted(one));
  if (there.length === 0) return;
  const remark = random.pick(there);
  const by = random.chance(0.7) ? remark.by.login : WRITER;
  if (random.chance(0.4)) deleteRemark(stage, remark, by);
  else editRemark(stage, remark, { by, saying: random.pick(random.chance(0.5) ? [remark.saying] : sayings) });
}

export function editRemark(
  { github }: Stage,
  remark: Remark,
  { by, saying }: { readonly by: string; readonly saying: Saying },
): void {
  const { comment: edited, problem } = remark;
  remark.now = saying;
  github.people.editComment({ comment: edited, by, body: `${saying.write(placesOf(problem))}\n\n(Edited.)` });
}

export function deleteRemark({ github }: Stage, remark: Remark, by: string): void {
  github.people.deleteComment({ comment: remark.comment, by });
}

/** GitHub tells nobody of it, so that it counts from the next thing that happens there. */
export function hide({ github }: Stage, { remarks, pullRequest }: Change, random: Random): void {
  const seen = remarks.filter(isSeen);
  if (seen.length === 0) return;
  github.people.hideComment({ comment: random.pick(seen).comment, by: WRITER, reason: "outdated" });
  github.people.editPullRequest({ pullRequest, by: pullRequest.author.login, title: `${pullRequest.title}.` });
}

export function standingRemarks({ remarks }: Change): readonly Remark[] {
  return remarks.filter(stands);
}
