import { inlineCode } from "../markdown/escape.ts";
import type { CheckRunContent } from "./check-run.ts";
import { cutToSize } from "./cut.ts";

/** One error in a configuration file, as it may be shown here. */
export interface Misconfiguration {
  /** Path with its repository in front where that is another one; null for a private place that cannot be named here. */
  readonly path: string | null;
  readonly line: number;
  readonly column: number;
  /** One sentence: what is wrong, and what is allowed. */
  readonly message: string;
}

/** Most errors that are listed; the rest are counted. */
const most = 50;

/**
 * The check while the configuration cannot be used. Where the team requires rules, nothing may pass unseen; elsewhere a
 * broken file must not hold anybody up.
 */
export function renderMisconfiguration(errors: readonly Misconfiguration[], requires: boolean): CheckRunContent {
  const [first] = errors;
  const where = first?.path == null ? "" : `: ${first.path}, line ${first.line}`;
  const rows = errors.slice(0, most).map(renderError);
  const more = errors.length > most ? [`… and ${errors.length - most} more.`] : [];
  const effect = requires
    ? "The file asks for `mode: require`, so nothing is judged as passing until it can be read."
    : "Nothing is asked of pull requests until it can be read.";
  return {
    conclusion: requires ? "action_required" : "neutral",
    title: `The configuration cannot be used${where}`,
    summary: cutToSize([...rows, ...more].join("\n") + `\n\n${effect} The fix belongs on the default branch.`),
    text: "",
  };
}

function renderError({ path, line, column, message }: Misconfiguration): string {
  if (path === null) return "- A configuration file that cannot be shown here has an error.";
  return `- ${inlineCode(path)}, line ${line}, column ${column}: ${message}`;
}
