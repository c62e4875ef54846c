import { z } from "zod";
import { latestRuns } from "../../../src/sandbox/github/state/checks.ts";
import type { CheckSuite, Issue, IssueComment, PullRequest } from "../../../src/sandbox/github/state/model.ts";
import type { Shop } from "../shop.ts";
import { SLUG } from "../start-story.ts";

/**
 * All that people see of the app, a text for each thing. Not our comment that asks for what is missing, once that is
 * there: where GitHub failed meanwhile, it may never have been asked for.
 */
export function showAll({ github: { state } }: Shop): readonly string[] {
  return state.repositories.flatMap(({ name, items, suites }) => [
    ...[...items.values()].flatMap((item) => [
      `${name} ${showThread(item)}${state.pinned.some((each) => each === item) ? ", pinned" : ""}`,
      ...item.comments.flatMap(showComment).map((text) => `${name} #${item.number}: ${text}`),
    ]),
    ...[...suites.values()].flat().flatMap((suite) => showChecks(suite, [...items.values()])),
  ]);
}

function showThread({ kind, number, author, state, labels, body }: Issue | PullRequest): string {
  const named = labels.map((label) => label.name).toSorted();
  const text = author.login === SLUG ? `\n${body}` : "";
  return `${kind} #${number} is ${state}, labelled ${named.join(", ")}${text}`;
}

function showComment({ author, body, minimizedReason, reactions }: IssueComment): readonly string[] {
  const ours = reactions.filter(({ user }) => user.login === SLUG).map(({ content }) => content);
  if (author.login !== SLUG) return ours.length === 0 ? [] : [`${body} is answered by ${ours.join(", ")}`];
  return minimizedReason === "resolved" ? [] : [`${minimizedReason ?? "shown"}: ${withoutIds(body)}`];
}

function showChecks(suite: CheckSuite, items: readonly (Issue | PullRequest)[]): readonly string[] {
  if (suite.app.slug !== SLUG) return [];
  const on = items.flatMap((item) => (item.kind === "PullRequest" && item.head.oid === suite.headSha ? [item] : []));
  const place = on.map(({ number }) => `#${number}`).join(" and ") || "a merge group";
  return latestRuns(suite).map(({ status, conclusion, output: { title, summary, text } }) => {
    return `The check of ${place} is ${conclusion ?? status}: ${title}\n${withoutIds(`${summary}\n${text}`)}`;
  });
}

/** They differ where a request was repeated. */
function withoutIds(text: string): string {
  return text.replaceAll(/(issuecomment-|outcome-link:answer )\d+/g, "$1N");
}

const payloadSchema = z.object({
  sender: z.object({ login: z.string() }),
  issue: z.object({ number: z.number(), title: z.string() }).optional(),
  comment: z.object({ body: z.string() }).optional(),
});

/** By their first lines, which are markers; also of what the app deleted again, and would notify people twice. */
export function wordsMade({ github: { webhooks } }: Shop): readonly string[] {
  const made = webhooks.deliveries.filter(
    ({ redelivery, action }) => !redelivery && (action === "created" || action === "opened"),
  );
  return made.flatMap(({ event, payload }) => {
    const { sender, issue, comment } = payloadSchema.parse(payload);
    if (sender.login !== `${SLUG}[bot]` || issue === undefined || !event.startsWith("issue")) return [];
    return [
      `#${issue.number}: ${withoutIds(comment?.body ?? issue.title)
        .split("\n", 1)
        .join()}`,
    ];
  });
}
