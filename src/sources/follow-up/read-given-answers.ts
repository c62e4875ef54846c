import type { Actor } from "../../core/facts/actor.ts";
import { mayWrite } from "../../core/facts/actor.ts";
import type { Reference } from "../../core/facts/reference.ts";
import type { GivenAnswer, Snooze } from "../../core/follow-up/follow-up.ts";
import type { LabelSettings } from "../../core/follow-up/labels.ts";
import type { CommandPolicy } from "../../core/commands/permit.ts";
import type { CommandComment, GitHubReader, LabelEventReading } from "../ports.ts";
import { readAnswers } from "../read-answers.ts";
import type { LabelAnswer } from "./label-history.ts";
import { findLabelAnswers } from "./label-history.ts";

/** A thread on which people may answer: the home, or what was merged for it. */
export interface AnsweringThread {
  readonly kind: "pull_request" | "problem";
  readonly reference: Reference;
  readonly author: Actor | null;
  readonly mergedAt: Date | null;
  readonly labelEvents: readonly LabelEventReading[];
  readonly commandComments: readonly CommandComment[];
}

export interface AnswerSettings extends CommandPolicy {
  readonly labels: LabelSettings;
}

interface Means {
  readonly github: Pick<GitHubReader, "readRole">;
  readonly webUrl: string;
  readonly settings: AnswerSettings;
  /** Who wrote what was merged: they may answer whatever their role. */
  readonly servers: readonly Actor[];
}

interface GivenOnThread {
  readonly answers: readonly GivenAnswer[];
  readonly snoozes: readonly Snooze[];
  readonly undetermined: boolean;
}

/** What people answered on one thread, by comments and by labels. A request for the role of each who has to have one. */
export async function readGivenAnswers(thread: AnsweringThread, means: Means): Promise<GivenOnThread> {
  const { reference, commandComments: comments } = thread;
  const spoken = { ...thread, repository: reference, comments, servers: means.servers };
  const said = await readAnswers(spoken, { ...means, policy: means.settings });
  const put = await readLabelAnswers(thread, means);
  const byComment = said.answers.map((one): GivenAnswer => ({ ...one, on: reference, via: "comment" }));
  return {
    answers: [...byComment, ...put.answers],
    snoozes: said.snoozes,
    undetermined: said.undetermined || put.undetermined,
  };
}

/** Labels that GitHub lets more people put on than may answer: who may triage may label. */
async function readLabelAnswers({ reference, labelEvents }: AnsweringThread, means: Means) {
  const put = findLabelAnswers(labelEvents, means.settings.labels);
  const judged = await Promise.all(put.map(async (one) => ({ one, may: await mayAnswer(one, reference, means) })));
  const answers = judged.flatMap(({ one, may }): readonly GivenAnswer[] => {
    return may === "yes" ? [{ ...one, note: "", on: reference, via: "label" }] : [];
  });
  return { answers, undetermined: judged.some(({ may }) => may === "unknown") };
}

async function mayAnswer({ by }: LabelAnswer, place: Reference, { github, servers }: Means) {
  const serves = servers.some(({ kind, login }) => kind === "user" && login.toLowerCase() === by.login.toLowerCase());
  return serves ? "yes" : mayWrite(await github.readRole(place, by.login));
}
