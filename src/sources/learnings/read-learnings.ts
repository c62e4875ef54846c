import type { CommandPolicy } from "../../core/commands/permit.ts";
import type { FoundProblem } from "../../core/facts/find-problem.ts";
import { isHidden } from "../../core/facts/issue.ts";
import type { Learning, ToldLearning } from "../../core/facts/learning.ts";
import { hasOurLabels } from "../../core/facts/problem-scope.ts";
import type { ProblemScope } from "../../core/facts/problem-scope.ts";
import { sameReference } from "../../core/facts/reference.ts";
import type { Reference } from "../../core/facts/reference.ts";
import type { LabelSettings } from "../../core/follow-up/labels.ts";
import type { Body } from "../../core/markdown/parse-body.ts";
import type { HeardIndex } from "../heard-index.ts";
import type { GitHubReader, LearningReading, PullRequestReading } from "../ports.ts";
import { findInvalidated } from "./find-invalidated.ts";
import { findLearnt } from "./find-learnt.ts";
import type { Learnt } from "./find-learnt.ts";
import { findTakenUp } from "./find-taken-up.ts";

/** Problems that are asked for; nobody builds on more at once. */
const mostProblems = 5;

export interface LearningSettings extends CommandPolicy {
  readonly labels: Pick<LabelSettings, "invalidated">;
}

export interface LearningSubject {
  readonly reading: Pick<PullRequestReading, "reference" | "repository" | "state">;
  readonly body: Body;
  readonly problems: readonly FoundProblem[];
}

export interface LearningMeans {
  readonly github: Pick<GitHubReader, "readLearnings" | "readRole" | "readServed" | "holds">;
  readonly heardIndex: Pick<HeardIndex, "homeOf">;
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
      return toLearning(problem, answer ?? { kind: "unreachable", asked: problem }, {
        subject,
        settings,
        scope,
        means,
      });
    }),
  );
}

interface Around {
  readonly subject: LearningSubject;
  readonly settings: LearningSettings;
  readonly scope: ProblemScope;
  readonly means: LearningMeans;
}

async function toLearning(problem: Reference, answer: LearningReading, around: Around): Promise<Learning> {
  const { subject, settings, scope, means } = around;
  const { repository } = subject.reading;
  // It may have been hidden since its label was read.
  if (answer.kind !== "read" || isHidden(answer.repository, repository)) {
    const told: ToldLearning = { kind: answer.kind === "unreachable" ? "unanswered" : "untold" };
    return { problem, told, tried: [], takenUp: null };
  }
  const tried = findTried(answer, subject, scope);
  const said = await findLearnt(answer, { ...means, policy: settings, repository });
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

function toTold(said: Learnt | "unknown" | null): ToldLearning {
  if (said === "unknown") return { kind: "unanswered" };
  return said === null || said.note === "" ? { kind: "untold" } : { kind: "told", note: said.note };
}
