import type { Facts, StatementSource } from "../facts/facts.ts";
import type { Place, StatementName } from "../statements/statements.ts";
import { md } from "../markdown/markdown.ts";
import type { Markdown } from "../markdown/markdown.ts";
import { describeMissing, describePlace, describeSource, describeUnread } from "./describe.ts";
import { findUnread } from "./find-unread.ts";
import type { Answer, RuleContext } from "./rule.ts";

interface Asked {
  readonly statement: StatementName;
  /** What a missing statement is said to be: "Not found: what will be measured." */
  readonly lookedFor: Markdown;
}

/**
 * The answer of a rule that asks for one statement: passed where it is stated, quoting it; else what stands in its place.
 * While a linked issue that may state it cannot be read, the answer is neither no nor yes.
 */
export function checkStatement(facts: Facts, context: RuleContext, { statement, lookedFor }: Asked): Answer {
  const { reading, source } = facts.statements[statement];
  if (reading.grade === "stated") return passStated(facts, { place: reading.place, source }, reading.quote);
  const missing = describeMissing(reading, lookedFor);
  const unread = findUnread(facts, context);
  if (unread === null) return { outcome: "fail", found: missing };
  const found = md`${missing} ${describeUnread(unread, facts)}`;
  return { outcome: "unknown", found, ...(unread.target.kind === "unreachable" ? { retry: true } : {}) };
}

/** The answer where a statement was found, showing of it what the rule asks for. */
export function passStated(
  facts: Facts,
  { place, source }: { readonly place: Place; readonly source: StatementSource },
  shown: string,
): Answer {
  return { outcome: "pass", found: md`Stated ${describeWhere(place, source, facts)}: ${shown}` };
}

/** Where in a comment's text a sentence stands need not be told. */
function describeWhere(place: Place, source: StatementSource, facts: Facts): Markdown {
  const where = describeSource(source, facts);
  const isComment = source.kind === "author-comment" || source.kind === "problem-comment";
  return isComment && place.kind === "line" ? trimEnd(where) : md`${where}${describePlace(place)}`;
}

function trimEnd({ markdown }: Markdown): Markdown {
  return { markdown: markdown.trimEnd() };
}
