import type { Facts } from "../facts/facts.ts";
import type { StatementName } from "../statements/statements.ts";
import { md } from "../markdown/markdown.ts";
import type { Markdown } from "../markdown/markdown.ts";
import { describeMissing, describePlace, describeSource } from "./describe.ts";
import type { Answer } from "./rule.ts";

/** The answer of a rule that asks for one statement: passed where it is stated, quoting it; else what stands in its place. */
export function checkStatement(facts: Facts, name: StatementName, lookedFor: Markdown): Answer {
  const { reading, source } = facts.statements[name];
  if (reading.grade !== "stated") {
    return { outcome: "fail", found: describeMissing(reading, lookedFor) };
  }
  const where = md`${describeSource(source, facts)}${describePlace(reading.place)}`;
  return { outcome: "pass", found: md`Stated ${where}: ${reading.quote}` };
}
