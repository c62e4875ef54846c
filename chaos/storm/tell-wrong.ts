import type { Wrong } from "./check-pull-requests.ts";
import type { Letter } from "./post-office.ts";
import type { Remark } from "./remark.ts";
import { isDeleted, isEdited } from "./remark.ts";
import type { Change, Problem } from "./stage.ts";

/** A paragraph about one pull request or problem: what was expected, what was said there, and all that was delivered about it. */
export function tellWrong({ about, expected, found }: Wrong, letters: readonly Letter[]): string {
  const { repository, number } = "pullRequest" in about ? about.pullRequest : about.issue;
  const place = `${repository.owner.login}/${repository.name}#${number}`;
  const said = "pullRequest" in about ? tellChange(about) : "an issue";
  const remarks = about.remarks.map((one) => `    ${tellRemark(one)}`);
  const log = letters.filter((letter) => isAbout(letter, about)).map((letter) => `    ${tellLetter(letter)}`);
  const head = [`${place} (${said})`, `  expected ${expected}`, `  found    ${found}`];
  return [...head, ...remarks, ...log.slice(-30)].join("\n");
}

function tellChange({ body, problem, shop, author }: Change): string {
  return `"${body.name}", problem #${problem.issue.number}, policy "${shop.policy.name}", by who ${author}`;
}

function tellRemark(remark: Remark): string {
  const { comment, by, saying, problem } = remark;
  const edited = isEdited(remark) ? `, edited ${comment.lastEditedAt}` : "";
  const deleted = isDeleted(remark) ? ", deleted" : "";
  return `${comment.createdAt} ${by.login}: "${saying.name}" (#${problem.issue.number}) as ${comment.id}${edited}${deleted}`;
}

function isAbout({ delivery: { payload, repositoryId, event } }: Letter, about: Change | Problem): boolean {
  const { repository, number } = "pullRequest" in about ? about.pullRequest : about.issue;
  if (repositoryId !== repository.id) return false;
  if (event === "push") return payload["ref"] === `refs/heads/${repository.defaultBranch}`;
  const problem = "pullRequest" in about ? about.problem : about;
  const told = new Set([numberOf(payload["pull_request"]), numberOf(payload["issue"])]);
  return told.has(number) || told.has(problem.issue.number);
}

function numberOf(item: unknown): unknown {
  return typeof item === "object" && item !== null && "number" in item ? item.number : undefined;
}

function tellLetter({ delivery, fate, answers, redeliveries }: Letter): string {
  const { createdAt, event, action, guid } = delivery;
  const after = "afterMs" in fate ? ` by ${fate.afterMs} ms` : "";
  const again = redeliveries.map(({ status, statusCode }) => `; again on demand: ${statusCode ?? status}`);
  const heard = answers.map((status) => status ?? "no answer").join(", ");
  return `${createdAt.slice(11, 23)} ${event}.${action ?? ""} ${guid} ${fate.kind}${after}: ${heard}${again.join("")}`;
}
