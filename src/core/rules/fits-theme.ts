import { z } from "zod";
import type { Facts } from "../facts/facts.ts";
import { findProblems } from "../facts/find-problem.ts";
import type { Theme, Themed } from "../facts/theme.ts";
import { findTheme } from "../facts/theme.ts";
import { md } from "../markdown/markdown.ts";
import { describeUnread } from "./describe.ts";
import { describeFit, describeMisfit, describeThemes } from "./describe-themes.ts";
import { findUnread } from "./find-unread.ts";
import type { Answer, RuleContext } from "./rule.ts";
import { defineRule } from "./rule.ts";

export const fitsTheme = defineRule({
  id: "fits-theme",
  claim: "fits a theme",
  question: "Which direction of ours does this serve?",
  missing: "No theme yet",
  why: "A problem that serves a direction which the team has set needs no argument of its own.",
  paste: null,
  description:
    "Looks for one of the `themes`: its label on the pull request, on the linked problem or on a parent of that, or its " +
    "issue as the problem or a parent, up to five levels. What not everybody can see who sees the pull request does not " +
    "count, and a label of another owner's issue only where `problems.repositories` lists that repository. Not asked where no themes are configured.",
  subjects: ["pull_request", "problem"],
  defaultLevel: "off",
  options: z.strictObject({}),
  check(facts, _options, context) {
    const { themes } = context;
    if (themes.length === 0) return { outcome: "skip", found: md`Not asked: no themes are configured (${"themes"}).` };
    const scope = { repository: facts.repository, policy: context.policy };
    const found = linesOf(facts, context)
      .map((line) => findTheme(line, themes, scope))
      .find((one) => one !== null);
    return found === undefined
      ? missing(facts, themes, context)
      : { outcome: "pass", found: describeFit(found, facts, context) };
  },
});

/** What may be under a theme, nearest first: the issue and its parents; of a pull request each of its problems, then itself. */
function linesOf(facts: Facts, { policy }: RuleContext): readonly (readonly Themed[])[] {
  switch (facts.kind) {
    case "problem":
      return [[facts.issue, ...facts.parents]];
    case "pull_request": {
      const problems = findProblems(facts.links, { repository: facts.repository, policy }).map(({ link }) =>
        link.target.kind === "found" ? [link.target.issue, ...link.target.parents] : [],
      );
      return [...problems, [facts.pullRequest]];
    }
  }
}

function missing(facts: Facts, themes: readonly Theme[], context: RuleContext): Answer {
  const fix = describeThemes(facts, themes, context);
  const found = describeMisfit(facts, context);
  const unread = findUnread(facts, context);
  if (unread === null) return { outcome: "fail", found, fix };
  const retry = unread.target.kind === "unreachable" ? ({ retry: true } as const) : {};
  return { outcome: "unknown", found: md`${found} ${describeUnread(unread, facts)}`, fix, ...retry };
}
