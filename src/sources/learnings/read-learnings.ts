import { mayWrite } from "../../core/facts/actor.ts";
import { parseAnswer } from "../../core/commands/parse-answer.ts";
import type { FoundProblem } from "../../core/facts/find-problem.ts";
import { isHidden } from "../../core/facts/issue.ts";
import type { Learning, ToldLearning } from "../../core/facts/learning.ts";
import { hasOurLabels } from "../../core/facts/problem-scope.ts";
import type { ProblemScope } from "../../core/facts/problem-scope.ts";
import { sameReference, sameRepository } from "../../core/facts/reference.ts";
import type { Reference } from "../../core/facts/reference.ts";
import type { LabelSettings } from "../../core/follow-up/labels.ts";
import type { Body } from "../../core/markdown/parse-body.ts";
import type { Policy } from "../../core/verdict/policy.ts";
import type { GitHubReader, LearningReading, PullRequestReading } from "../ports.ts";
import { findInvalidated } from "./find-invalidated.ts";
import { findTakenUp } from "./find-taken-up.ts";

/** Problems that are asked for; nobody builds on more at once. */
const mostProblems = 5;
/** People whose role is read for one problem: everybody may write such a comment. */
const mostPeople = 5;

export interface LearningSettings extends Policy {
  readonly labels: Pick<LabelSettings, "invalidated">;
}

export interface LearningSubject {
  readonly reading: Pick<PullRequestReading, "reference" | "repository" | "state">;
  readonly body: Body;
  readonly problems: readonly FoundProblem[];
}

export interface LearningMeans {
  readonly github: Pick<GitHubReader, "readLearnings" | "readRole" | "holds">;
  readonly webUrl: string;
}

/** What was learned on the problems of an open pull request. Nothing is asked for where none of them has the label. */
export async function readLearnings(
  subject: LearningSubject,
  settings: LearningSettings,
  means: LearningMeans,
): Promise<readonly Learning[]> {
  const { reading, problems } = subject;
  // Once it is merged, it may be its own hypothesis that turned out not to hold.
  if (settings.rules["builds-on-learning"].level === "off" || reading.state !== "open") return [];
  const scope = { repository: reading.repository, policy: settings.problems };
  const invalidated = findInvalidated(problems, settings.labels.invalidated.name, scope).slice(0, mostProblems);
  if (invalidated.length === 0) return [];
  const answers = await means.github.readLearnings(invalidated);
  return Promise.all(
    invalidated.map((problem) => {
      const answer = answers.find(({ asked }) => sameReference(asked, problem));
      return toLearning(problem, answer ?? { kind: "unreachable", asked: problem }, { subject, scope, means });
    }),
  );
}

interface Around {
  readonly subject: LearningSubject;
  readonly scope: ProblemScope;
  readonly means: LearningMeans;
}

async function toLearning(problem: Reference, answer: LearningReading, around: Around): Promise<Learning> {
  const { subject, scope, means } = around;
  const { repository } = subject.reading;
  // It may have been hidden since its label was read.
  if (answer.kind !== "read" || isHidden(answer.repository, repository)) {
    const told: ToldLearning = { kind: answer.kind === "unreachable" ? "unanswered" : "untold" };
    return { problem, told, tried: [], takenUp: null };
  }
  const tried = findTried(answer, subject, scope);
  const said = await findSaid(answer, subject, means.github);
  const { comment, note } = said === "unknown" || said === null ? { comment: null, note: "" } : said;
  const context = { repository, webUrl: means.webUrl };
  const takenUp = findTakenUp(subject.body, { problem, comment, note, tried }, context);
  return { problem, told: toTold(said), tried, takenUp };
}

/** Everybody may merge into a repository of their own what names a problem of ours: those of strangers are none. */
function findTried(
  { merged }: LearningReading & { kind: "read" },
  { reading }: LearningSubject,
  scope: ProblemScope,
): readonly Reference[] {
  return merged
    .filter((one) => !isHidden(one.repository, reading.repository) && hasOurLabels(one.reference, scope))
    .map((one) => one.reference)
    .filter((one) => !sameReference(one, reading.reference));
}

interface Said {
  readonly comment: number;
  readonly note: string;
}

function toTold(said: Said | "unknown" | null): ToldLearning {
  if (said === "unknown") return { kind: "unanswered" };
  return said === null || said.note === "" ? { kind: "untold" } : { kind: "told", note: said.note };
}

/** The latest word of somebody who may: their role is read now, and until it is known nothing older counts either. */
async function findSaid(
  answer: LearningReading & { kind: "read" },
  { reading }: LearningSubject,
  github: LearningMeans["github"],
): Promise<Said | "unknown" | null> {
  const words = answer.comments.flatMap((one) => {
    const said = one.edited ? null : parseAnswer(one.body);
    const isOne = said?.outcome === "invalidated" && one.author?.kind === "user";
    return isOne ? [{ comment: one.id, note: said.note, login: one.author.login }] : [];
  });
  if (words.length === 0 || !(await mayAskForRoles(answer, reading, github))) return null;
  const people = [...new Set(words.map(({ login }) => login))].slice(0, mostPeople);
  for (const login of people) {
    const may = mayWrite(await github.readRole(answer.repository, login));
    if (may === "unknown") return "unknown";
    if (may === "yes") return words.find((one) => one.login === login) ?? null;
  }
  return null;
}

/** GitHub tells roles of repositories that the installation holds, and refuses to for others. */
async function mayAskForRoles(
  { repository }: LearningReading & { kind: "read" },
  reading: LearningSubject["reading"],
  github: LearningMeans["github"],
): Promise<boolean> {
  return sameRepository(repository, reading.repository) || github.holds(repository.id);
}
