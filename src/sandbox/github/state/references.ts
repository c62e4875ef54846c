import type { Issue, PullRequest, Repository } from "./model.ts";
import { findRepository, type State } from "./state.ts";

/** `redirect.github.com` leads to the same page and refers to nothing: update bots write it for that. */
const reference = String.raw`(?:(?<repo>[\w.-]+\/[\w.-]+)?#(?<number>\d+)|GH-(?<gh>\d+)|https?:\/\/(?!redirect\.)[\w.:-]+\/(?<urlRepo>[\w.-]+\/[\w.-]+)\/(?:issues|pull)\/(?<urlNumber>\d+))`;
/** GitHub's nine closing words, each in front of one reference: "Fixes #1, #2" closes the first only. */
const closing = new RegExp(String.raw`(?<![\w-])(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+${reference}\b`, "gi");
const mentioning = new RegExp(String.raw`(?<![\w/&])${reference}\b`, "gi");

/** What GitHub would read: neither HTML comments nor code. */
function visibleText(body: string): string {
  return body
    .replace(/<!--[\s\S]*?(?:-->|$)/g, "")
    .replace(/^(```|~~~)[\s\S]*?(?:^\1|$(?![\s\S]))/gm, "")
    .replace(/`[^`\n]*`/g, "");
}

function resolveAll(state: State, pattern: RegExp, text: { body: string; from: Repository }): (Issue | PullRequest)[] {
  const found = [...visibleText(text.body).matchAll(pattern)].map(({ groups = {} }) => {
    const name = groups["repo"] ?? groups["urlRepo"];
    const repository = name === undefined ? text.from : findRepository(state, name);
    return repository?.items.get(Number(groups["number"] ?? groups["gh"] ?? groups["urlNumber"]));
  });
  return [...new Set(found.filter((each) => each !== undefined))];
}

export function mentionedIn(state: State, text: { body: string; from: Repository }): (Issue | PullRequest)[] {
  return resolveAll(state, mentioning, text);
}

/**
 * The issues that merging would close: closing words in the visible body, and those linked in the sidebar. GitHub
 * gives none at all for a pull request into another branch than the default one (github/docs#165).
 */
export function closingIssuesOf(state: State, pullRequest: PullRequest): Issue[] {
  if (pullRequest.base.ref !== pullRequest.repository.defaultBranch) return [];
  const named = resolveAll(state, closing, { body: pullRequest.body ?? "", from: pullRequest.repository });
  const alive = pullRequest.developmentLinks.filter((each) => each.repository.items.get(each.number) === each);
  return [...new Set([...named.filter((each) => each.kind === "Issue"), ...alive])];
}
