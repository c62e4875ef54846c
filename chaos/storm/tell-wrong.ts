import type { Wrong } from "./check-pull-requests.ts";
import type { Letter } from "./post-office.ts";
import type { Change } from "./stage.ts";

/** A paragraph about one pull request: what was expected, and all that was delivered about it. */
export function tellWrong({ change, expected, found }: Wrong, letters: readonly Letter[]): string {
  const { pullRequest, shop, body, problem } = change;
  const place = `${shop.repository.owner.login}/${shop.repository.name}#${pullRequest.number}`;
  const said = `"${body.name}", problem #${problem.issue.number}, policy "${shop.policy.name}", by who ${change.author}`;
  const log = letters.filter((letter) => isAbout(letter, change)).map((letter) => `    ${tellLetter(letter)}`);
  return [`${place} (${said})`, `  expected ${expected}`, `  found    ${found}`, ...log.slice(-30)].join("\n");
}

function isAbout({ delivery: { payload, repositoryId, event } }: Letter, { pullRequest, shop, problem }: Change) {
  if (repositoryId !== shop.repository.id) return false;
  if (event === "push") return payload["ref"] === `refs/heads/${shop.repository.defaultBranch}`;
  return (
    numberOf(payload["pull_request"]) === pullRequest.number || numberOf(payload["issue"]) === problem.issue.number
  );
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
