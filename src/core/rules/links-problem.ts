import { z } from "zod";
import { whyNotAProblem } from "../facts/find-problem.ts";
import type { FoundProblem } from "../facts/find-problem.ts";
import type { PullRequestFacts } from "../facts/facts.ts";
import type { Link } from "../facts/link.ts";
import type { ProblemScope } from "../facts/problem-scope.ts";
import { isUnknown, leadsToUnseen } from "../facts/link.ts";
import { join, md } from "../markdown/markdown.ts";
import type { Markdown } from "../markdown/markdown.ts";
import type { Answer, RuleContext } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { describeExternal, describeOrigin, describeReference, describeUnread, quoteReference } from "./describe.ts";

export const linksProblem = defineRule({
  id: "links-problem",
  claim: "links a problem",
  question: "Which problem does this solve?",
  missing: "No problem is linked yet",
  why: "Without the problem, nobody can tell later whether this change solved it.",
  paste: "Part of #ISSUE",
  description:
    "Looks for the issue that describes the problem: in GitHub's development links (closing keywords and the sidebar), " +
    "in phrases such as `Part of #12`, and under a problem or issue heading. A parent of the linked issue may be the " +
    "problem. What counts as a problem is set under `problems`; by default any issue does. Where `trackers` are " +
    "configured, a key of theirs counts as well.",
  subjects: ["pull_request"],
  defaultLevel: "advise",
  options: z.strictObject({}),
  check(facts, _options, context) {
    if (facts.kind !== "pull_request") return { outcome: "skip", found: md`Asked of pull requests only.` };
    if (context.problem !== null) return linked(facts, context.problem, context);
    // A problem that fewer people may see, in a repository that the configuration lists: this is all that is said.
    if (facts.links.some(leadsToUnseen)) return { outcome: "pass", found: md`Linked.` };
    if (facts.external.links.length > 0) return { outcome: "pass", found: md`${describeExternals(facts, context)}.` };
    return notLinked(facts, context);
  },
});

function linked(facts: PullRequestFacts, { issue, link, relation }: FoundProblem, context: RuleContext): Answer {
  const origin = link.origins[0];
  const parts = [
    relation === "parent"
      ? md`${describeReference(issue.reference, facts)}, a parent of ${describeReference(link.reference, facts)}`
      : describeReference(issue.reference, facts),
    ...(origin === undefined ? [] : [describeOrigin(origin)]),
    ...(relation === "linked" && link.target.kind === "found" && link.target.moved ? [movedFrom(link, facts)] : []),
    ...(isOwnOfTheDay(facts, issue) ? [md`opened by the same author on the same day`] : []),
  ];
  const also = facts.external.links.length === 0 ? md`` : md` Also ${describeExternals(facts, context)}.`;
  return { outcome: "pass", found: md`${join(parts, ", ")}.${also}` };
}

/** How many keys of trackers are shown. */
const mostKeys = 3;

function describeExternals({ external }: PullRequestFacts, context: RuleContext): Markdown {
  const keys = external.links.slice(0, mostKeys).map((link) => describeExternal(link, context));
  const rest = external.links.length - keys.length;
  return md`${join([...keys, ...(rest === 0 ? [] : [md`${rest} more`])], ", ")} (not verified)`;
}

function movedFrom(link: Link, facts: PullRequestFacts): Markdown {
  return md`moved there from ${describeReference(link.reference, facts)}`;
}

function isOwnOfTheDay(facts: PullRequestFacts, issue: FoundProblem["issue"]): boolean {
  const { author, createdAt } = facts.pullRequest;
  if (author === null || issue.author?.login !== author.login) return false;
  return issue.createdAt.toISOString().slice(0, 10) === createdAt.toISOString().slice(0, 10);
}

function notLinked(facts: PullRequestFacts, context: RuleContext): Answer {
  const { links } = facts;
  if (links.length === 0) {
    return { outcome: "fail", found: join([nothingFound(facts, context), ...describeUnlinked(facts)], " ") };
  }
  const looked = links.filter(({ target }) => target.kind !== "not-looked-up");
  const parts = looked.map((link) => describeTarget(link, facts, context));
  const rest = links.length - looked.length;
  const found = join([...parts, ...(rest === 0 ? [] : [describeRest(rest)]), ...describeUnlinked(facts)], " ");
  if (!links.some(({ target }) => isUnknown(target))) return { outcome: "fail", found };
  const retry = links.some(({ target }) => target.kind === "unreachable");
  return { outcome: "unknown", found, ...(retry ? { retry } : {}) };
}

function nothingFound(facts: PullRequestFacts, { quotes }: RuleContext): Markdown {
  if (facts.unfilledLink !== null) return md`${facts.unfilledLink} is still the template's text.`;
  const besides = facts.pullRequest.baseBranch === facts.repository.defaultBranch ? md`` : notDefault;
  const { trackers } = facts.external;
  const names = trackers.map((name) => md`${name}`);
  const told = quotes === "configuration" ? join(names, ", ") : md`another tracker`;
  const keys = trackers.length === 0 ? md`` : md`, nor a key of ${told} in title or text`;
  return md`No link to an issue was found: neither in GitHub's development links nor in the text (words such as ${"Part of #12"})${keys}.${besides}`;
}

/** How many issues are named. */
const mostUnlinked = 3;

/** Nobody should wonder why a link that everybody sees does not count. */
function describeUnlinked(facts: PullRequestFacts): readonly Markdown[] {
  const { unlinked } = facts.said;
  if (unlinked.length === 0) return [];
  const names = unlinked.slice(0, mostUnlinked).map((reference) => quoteReference(reference, facts));
  const rest = unlinked.length - names.length;
  const all = join([...names, ...(rest === 0 ? [] : [md`${rest} more`])], ", ");
  return [md`Somebody said in a comment that this is not the problem: ${all}.`];
}

const notDefault = md` (GitHub keeps no development links for pull requests into other branches than the default one; the text counts.)`;

function describeRest(count: number): Markdown {
  return md`${count} more ${count === 1 ? md`was` : md`were`} not looked up: only the first 20 references are.`;
}

/** Why this link does not lead to a problem. */
function describeTarget(link: Link, facts: PullRequestFacts, context: RuleContext): Markdown {
  const reference = quoteReference(link.reference, facts);
  switch (link.target.kind) {
    case "found":
      return describeOtherIssue(link.target.issue, reference, { repository: facts.repository, policy: context.policy });
    case "pull-request":
      return md`${reference} is a pull request, not an issue.`;
    case "missing":
      return md`${reference} does not exist.`;
    case "gone":
      return md`${reference} was deleted.`;
    case "less-visible":
    case "unreadable":
    case "moved-away":
    case "unreachable":
    case "not-looked-up":
      return describeUnread(link, facts);
  }
}

function describeOtherIssue(issue: FoundProblem["issue"], reference: Markdown, scope: ProblemScope): Markdown {
  switch (whyNotAProblem(issue, scope)) {
    case "repository":
      return md`${reference} is an issue of a repository whose issues do not count as problems here.`;
    case "foreign-kind":
      return md`${reference} is an issue of another owner's repository, whose labels and types mark no problems here.`;
    case "closed":
      return md`${reference} is closed, and only open problems count here.`;
    case "kind":
    case null:
      // Which they are stays unsaid: the configuration may stand where not everybody can read it.
      return md`${reference} is an issue, but has none of the labels or types that mark a problem here.`;
  }
}
