import { answerMarker, hasStickyMarker } from "../../src/core/report/marker.ts";
import type { Issue, IssueComment, PullRequest } from "../../src/sandbox/github/state/model.ts";
import type { Difference } from "./difference.ts";
import type { Remark } from "./remark.ts";
import { stands } from "./remark.ts";
import { hangsOnConfiguration, mayAsk } from "./rights.ts";
import type { Stage } from "./stage.ts";

/** A pull request or an issue, with all that people ever wrote there. */
interface Thread {
  readonly on: PullRequest | Issue;
  readonly remarks: readonly Remark[];
}

/** In one thread and an hour; a storm is shorter. */
const MOST_ANSWERS = 5;

/** What was asked for in comments is answered by a reaction, and in words once where there is something to say. */
export function checkAnswers(stage: Stage, { on, remarks }: Thread): readonly Difference[] {
  const answers = ownComments(stage, on).filter(({ body }) => !hasStickyMarker(body));
  const asked = remarks.filter((one) => answerTo(one).words !== "none");
  const room = asked.length <= MOST_ANSWERS ? "for all" : "for some";
  const strange = answers.filter(({ body }) => !remarks.some((one) => answersTo(body, one)));
  return [
    ...remarks.flatMap((one) => checkReaction(stage, one)),
    ...remarks.flatMap((one) => checkWords(one, answers, room)),
    ...strange.map(({ body }) => ({ expected: "answers to what people wrote", found: body.slice(0, 100) })),
  ];
}

export function ownComments({ github }: Stage, { comments }: PullRequest | Issue): readonly IssueComment[] {
  return comments.filter(({ author }) => author === github.state.app.bot);
}

interface Answer {
  readonly reaction: "none" | "+1" | "confused" | "any";
  readonly words: "none" | "once" | "maybe";
}

const silence: Answer = { reaction: "none", words: "none" };
const refusal: Answer = { reaction: "confused", words: "once" };

/** As it was written, by whoever wrote it: what became of the comment later does not count here. */
function answerTo(remark: Remark): Answer {
  const { saying, by, first, comment } = remark;
  if (by.role === "bot" || saying.asks === "no command" || first === "edited at once") return silence;
  if (comment.on.kind === "Issue" && saying.where === "on pull requests" && saying.answer === "done") return refusal;
  if (hangsOnConfiguration(remark)) return { reaction: "any", words: "maybe" };
  if (!mayAsk(remark, "requires") || saying.answer === "refused, in words") return refusal;
  return { reaction: "+1", words: saying.answer === "done, in words" ? "once" : "none" };
}

function checkReaction({ github }: Stage, remark: Remark): readonly Difference[] {
  const { reaction } = answerTo(remark);
  const given = remark.comment.reactions.filter(({ user }) => user === github.state.app.bot);
  const found = given.map(({ content }) => content).join(", ") || "none";
  // It may have been edited, hidden or deleted before anybody read it.
  const isRight = found === reaction || (found === "none" ? !stands(remark) : reaction === "any");
  return isRight ? [] : [{ expected: `the reaction ${reaction} to ${tell(remark)}`, found }];
}

function checkWords(
  remark: Remark,
  answers: readonly IssueComment[],
  room: "for all" | "for some",
): readonly Difference[] {
  const { words } = answerTo(remark);
  const found = answers.filter(({ body }) => answersTo(body, remark)).length;
  const most = words === "none" ? 0 : 1;
  const least = words === "once" && room === "for all" && stands(remark) ? 1 : 0;
  if (found >= least && found <= most) return [];
  return [{ expected: `${least} to ${most} answers in words to ${tell(remark)}`, found: String(found) }];
}

function answersTo(body: string, { comment }: Remark): boolean {
  return body.startsWith(answerMarker(comment.id));
}

function tell({ saying, by, comment, first }: Remark): string {
  return `"${saying.name}" by ${by.login} (${comment.id}, ${first})`;
}
