import { expect, test } from "vitest";
import type { RuleId } from "../../../src/core/rules/index.ts";
import type { StatementName } from "../../../src/core/statements/statements.ts";
import {
  deadLink,
  fromTemplate,
  hollow,
  issue,
  link,
  nothingStated,
  place,
  pullRequestFacts,
  stated,
} from "../../support/facts.ts";
import { answerOf, ask } from "./ask.ts";

/** What holds for every rule that asks for one statement and nothing else. */
export function testStatementRule(rule: RuleId, statement: StatementName): void {
  const saying = (reading: ReturnType<typeof stated>) => pullRequestFacts({ says: { [statement]: reading } });

  test.each([
    [place("Why"), "pass: Stated under `Why`: `People wait`"],
    [place("Why:", "field"), "pass: Stated at `Why:`: `People wait`"],
    [place("outcome", "block"), "pass: Stated in the outcome block: `People wait`"],
    [place("People", "line"), "pass: Stated in the text: `People wait`"],
  ])("passes where it is stated, quoting it: %o", (at, words) => {
    expect(ask(rule, saying(stated("People wait", at)))).toBe(words);
  });

  test("passes where the linked problem states it, and says which", () => {
    const problem = issue("#12", { statements: { ...nothingStated, [statement]: stated("People wait") } });
    expect(ask(rule, pullRequestFacts({ links: [link(problem)] }))).toBe(
      "pass: Stated in #12 under `Problem`: `People wait`",
    );
    expect(ask(rule, pullRequestFacts({ links: [link(issue("#20"), [problem])] }))).toBe(
      "pass: Stated in #12, a parent, under `Problem`: `People wait`",
    );
  });

  test("fails on filler, the template's text and an empty heading, which are three different answers", () => {
    expect(ask(rule, saying(hollow("N/A")))).toBe("fail: What stands under `Problem` says nothing yet: `N/A`.");
    expect(ask(rule, saying(hollow(" ")))).toBe("fail: Nothing stands under `Problem` yet.");
    expect(ask(rule, saying(fromTemplate("Describe it")))).toBe(
      "fail: What stands under `Problem` is still the template's text: `Describe it`.",
    );
  });

  test("says what was looked for where nothing stands", () => {
    expect(ask(rule, pullRequestFacts())).toMatch(/^fail: Not found: .+\.$/);
  });

  test.each(["less-visible", "unreadable", "moved-away", "not-looked-up"] as const)(
    "is neither no nor yes while the only link is %s",
    (kind) => {
      const answer = answerOf(rule, pullRequestFacts({ links: [deadLink("acme/secret#5", kind)] }));
      expect(answer.outcome).toBe("unknown");
      expect(answer.retry).toBeUndefined();
      expect(answer.found.markdown).toMatch(/^Not found: .*acme\/secret#5` (could not be read here|was not looked up)/);
    },
  );

  test("is neither no nor yes while GitHub does not answer for a link, even beside a problem", () => {
    const links = [link(issue("#12")), deadLink("#9", "unreachable")];
    expect(answerOf(rule, pullRequestFacts({ links }))).toMatchObject({ outcome: "unknown", retry: true });
  });

  test("is a no where a problem was read, whatever another link may hold", () => {
    const links = [link(issue("#12")), deadLink("acme/secret#5", "less-visible")];
    expect(ask(rule, pullRequestFacts({ links }))).toMatch(/^fail: Not found: [^#]*$/);
  });

  test("is a no where the links are seen to lead nowhere", () => {
    expect(ask(rule, pullRequestFacts({ links: [deadLink("#9", "missing"), deadLink("#8", "gone")] }))).toMatch(
      /^fail/,
    );
  });
}
