import { expect, test } from "vitest";
import { issue, nothingStated, problemFacts, stated } from "../../support/facts.ts";
import { ask } from "./ask.ts";
import { testStatementRule } from "./statement-rule.ts";

testStatementRule("gives-evidence", "evidence");

test("an issue that is a problem is asked for it as well", () => {
  const good = issue("#12", { statements: { ...nothingStated, evidence: stated("40 tickets") } });
  expect(ask("gives-evidence", problemFacts(good))).toBe("pass: Stated under `Problem`: `40 tickets`");
  expect(ask("gives-evidence", problemFacts(issue("#12")))).toMatch(/^fail: Not found/);
});
