import type { Random } from "../random.ts";
import type { ProblemText } from "./bodies.ts";
import { pickBody, problemTexts } from "./bodies.ts";
import { openChange, openTwin, placesOf } from "./open-change.ts";
import type { Policy } from "./policies.ts";
import { EXCUSED, policies } from "./policies.ts";
import { hangsOnConfiguration, strengthOf } from "./rights.ts";
import { hide, speak, speakOfProblem, standingRemarks, takeBack } from "./speak.ts";
import type { Change, Problem, Shop, Stage } from "./stage.ts";
import { OWNER, REPORTER, WRITER } from "./stage.ts";
import { onCommitOf } from "./twins.ts";

/** Something that somebody does, where it can be done now. */
interface Act {
  readonly weight: number;
  readonly happens: (stage: Stage, random: Random) => void;
}

type OnChange = (stage: Stage, change: Change, random: Random) => void;

const acts: readonly Act[] = [
  { weight: 30, happens: onChange(editBody) },
  { weight: 18, happens: onChange(push) },
  { weight: 24, happens: onChange(speak) },
  { weight: 12, happens: onChange(takeBack) },
  { weight: 3, happens: onChange(hide) },
  { weight: 10, happens: onChange(toggleExcuse) },
  { weight: 8, happens: onChange(toggleDraft) },
  { weight: 5, happens: onChange(rename) },
  { weight: 4, happens: onChange(closeOrReopen) },
  { weight: 4, happens: onChange(merge) },
  { weight: 3, happens: onChange(copy) },
  { weight: 3, happens: onChange(askAgain) },
  { weight: 8, happens: onProblem(rewriteProblem) },
  { weight: 6, happens: onProblem(toggleBug) },
  { weight: 5, happens: onProblem(closeOrReopenProblem) },
  { weight: 6, happens: onProblem(speakOfProblem) },
  { weight: 3, happens: onProblem(takeBack) },
  { weight: 1, happens: pushConfiguration },
];

const turns = acts.flatMap((one) => Array.from({ length: one.weight }, () => one));

/** The next thing that somebody does: opening one pull request after the other first, then anything with any of them. */
export function act(stage: Stage, random: Random, toOpen: number): void {
  const opened = stage.shops.reduce((sum, { changes }) => sum + changes.length, 0);
  if (opened < toOpen && random.chance(opened < 20 ? 0.8 : 0.2)) return openChange(stage, random);
  random.pick(turns).happens(stage, random);
}

function onChange(happens: OnChange): Act["happens"] {
  return (stage, random) => {
    // What was merged is left in peace: what it says was believed then, and stays.
    const changes = random.pick(stage.shops).changes.filter(({ pullRequest }) => pullRequest.mergedAt === null);
    if (changes.length > 0) happens(stage, random.pick(changes), random);
  };
}

function onProblem(happens: (stage: Stage, problem: Problem, random: Random) => void): Act["happens"] {
  return (stage, random) => happens(stage, random.pick(random.pick(stage.shops).problems), random);
}

function editBody({ github }: Stage, change: Change, random: Random): void {
  change.body = pickBody(random);
  change.problem = random.pick(change.shop.problems);
  const { pullRequest } = change;
  const body = change.body.write(placesOf(change.problem));
  github.people.editPullRequest({ pullRequest, by: authorOf(change), body });
}

function authorOf({ pullRequest }: Change): string {
  return pullRequest.author.login;
}

function push({ github }: Stage, change: Change, random: Random): void {
  const { pullRequest } = change;
  if (pullRequest.state === "closed") return;
  const files = { "work.txt": `${random.whole(1_000_000)}\n` };
  github.people.pushToPullRequest({ pullRequest, by: authorOf(change), files });
}

function toggleExcuse({ github }: Stage, { pullRequest }: Change): void {
  const isOn = pullRequest.labels.some(({ name }) => name === EXCUSED);
  const label = { on: pullRequest, label: EXCUSED, by: WRITER };
  if (isOn) github.people.removeLabel(label);
  else github.people.addLabel(label);
}

function toggleDraft({ github }: Stage, change: Change): void {
  const { pullRequest } = change;
  const by = { pullRequest, by: authorOf(change) };
  if (pullRequest.state === "closed") return;
  if (pullRequest.draft) github.people.readyForReview(by);
  else github.people.convertToDraft(by);
}

function rename({ github }: Stage, change: Change, random: Random): void {
  const { pullRequest } = change;
  github.people.editPullRequest({ pullRequest, by: authorOf(change), title: `Change, ${random.whole(1_000_000)}` });
}

function closeOrReopen({ github }: Stage, change: Change): void {
  const { pullRequest } = change;
  const by = { pullRequest, by: authorOf(change) };
  if (pullRequest.state === "open") github.people.closePullRequest(by);
  else github.people.reopenPullRequest(by);
}

/** Some opt-outs count by the configuration of the moment of the look, which nobody can tell afterwards. */
function merge({ github }: Stage, change: Change): void {
  const { pullRequest, author, body } = change;
  const isOpen = pullRequest.state === "open" && !pullRequest.draft;
  if (!isOpen || (author === "may read" && body.optsOut === "yes")) return;
  if (standingRemarks(change).some(hangsOnConfiguration)) return;
  // By a merge commit GitHub would merge the others of its commit too.
  const method = onCommitOf(change).length > 1 ? "squash" : "merge";
  github.people.mergePullRequest({ pullRequest, by: WRITER, method });
}

function copy(stage: Stage, change: Change, random: Random): void {
  openTwin(stage, { of: change, body: pickBody(random) }, random);
}

function askAgain({ github }: Stage, { pullRequest, shop }: Change): void {
  const suites = shop.repository.suites.get(pullRequest.head.oid) ?? [];
  const run = suites.flatMap(({ runs }) => runs).at(-1);
  if (pullRequest.state === "open" && run !== undefined) github.people.rerequestCheckRun({ run, by: WRITER });
}

function rewriteProblem(stage: Stage, problem: Problem, random: Random): void {
  editProblem(stage, problem, random.pick(problemTexts));
}

export function editProblem({ github }: Stage, problem: Problem, text: ProblemText): void {
  problem.text = text;
  github.people.editIssue({ issue: problem.issue, by: REPORTER, body: text.text });
}

function toggleBug({ github }: Stage, { issue }: Problem): void {
  const label = { on: issue, label: "bug", by: WRITER };
  if (issue.labels.some(({ name }) => name === "bug")) github.people.removeLabel(label);
  else github.people.addLabel(label);
}

function closeOrReopenProblem({ github }: Stage, { issue }: Problem): void {
  if (issue.state === "open") github.people.closeIssue({ issue, by: WRITER });
  else github.people.reopenIssue({ issue, by: WRITER });
}

function pushConfiguration(stage: Stage, random: Random): void {
  const shop = random.pick(stage.shops);
  configure(stage, shop, random.pick(possiblePolicies(shop)));
}

/** What was refused stays refused: nobody could tell whether what one kind of them lets people say was said under it. */
export function possiblePolicies({ changes, policy }: Shop): readonly Policy[] {
  const hangs = changes.some((change) => standingRemarks(change).some(hangsOnConfiguration));
  return hangs ? policies.filter((one) => strengthOf(one) === strengthOf(policy)) : policies;
}

export function configure({ github }: Stage, shop: Shop, policy: Policy): void {
  shop.policy = policy;
  const files = { ".github/outcome.yml": policy.text };
  github.people.commitFiles({ repository: shop.repository, files, by: OWNER });
}
