import type { Facts } from "../facts/facts.ts";
import type { FoundTheme, Theme } from "../facts/theme.ts";
import { themeIssue, themeLabel } from "../facts/theme.ts";
import { sameReference } from "../facts/reference.ts";
import { join, md } from "../markdown/markdown.ts";
import type { Markdown } from "../markdown/markdown.ts";
import { describeReference, quoteReference } from "./describe.ts";
import type { RuleContext } from "./rule.ts";

/** More are in the configuration for those who want to read them; a comment is no catalogue. */
const mostThemes = 10;

/** Which theme it is and how that was told. What stands in a configuration that not everybody can read stays unsaid. */
export function describeFit({ theme, on, by }: FoundTheme, facts: Facts, { quotes }: RuleContext): Markdown {
  const subject = subjectOf(facts);
  const what = sameReference(on.reference, subject) ? md`it` : describeReference(on.reference, facts);
  if (quotes === "not-configuration")
    return by === "label" ? md`${what} has the label of a theme.` : md`${what} is a theme.`;
  return by === "label"
    ? md`${theme.name}: ${what} has the label ${themeLabel(theme)}.`
    : md`${theme.name}: ${what} is the issue of this theme.`;
}

/** Where a theme was looked for. */
export function describeMisfit(facts: Facts, { problem }: RuleContext): Markdown {
  if (facts.kind === "problem") return md`Not found: a theme that this problem or a parent of it is under.`;
  if (problem === null) return md`Not found: a problem that is under a theme, or the label of a theme here.`;
  const name = quoteReference(problem.issue.reference, facts);
  return md`Not found: a theme that ${name} or a parent of it is under, or the label of a theme here.`;
}

/** Completes "Put ...": by which label or parent each theme is recognised. */
export function describeThemes(facts: Facts, themes: readonly Theme[], { quotes }: RuleContext): Markdown {
  const label =
    facts.kind === "problem"
      ? md`the label of the theme that this problem serves on this issue`
      : md`the label of the theme that this change serves on the problem or on this pull request`;
  if (quotes === "not-configuration") return md`${label}, or the problem below the issue of that theme.`;
  const rows = themes.slice(0, mostThemes).map((theme) => describeTheme(theme, facts));
  const rest = themes.length - rows.length;
  const more = rest === 0 ? [] : [md`- and ${rest} more, in the configuration`];
  return md`${label}:\n\n${join([...rows, ...more], "\n")}`;
}

function describeTheme(theme: Theme, facts: Facts): Markdown {
  const issue = themeIssue(theme, facts.repository);
  const parent = issue === null ? md`` : md`, or make ${quoteReference(issue, facts)} the parent of the problem`;
  const about = theme.description === undefined || theme.description === "" ? md`` : md` (${theme.description})`;
  return md`- ${themeLabel(theme)} for ${theme.name}${about}${parent}`;
}

function subjectOf(facts: Facts) {
  return facts.kind === "problem" ? facts.issue.reference : facts.pullRequest.reference;
}
