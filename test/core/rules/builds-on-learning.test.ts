import { describe, expect, test } from "vitest";
import type { Learning } from "../../../src/core/facts/learning.ts";
import { issue, problemFacts, pullRequestFacts, reference } from "../../support/facts.ts";
import { answerOf, ask, checkRule } from "./ask.ts";

function learning(over: Partial<Learning> = {}): Learning {
  const told = { kind: "told", note: "Nobody saw the total." } as const;
  return { problem: reference("#12"), told, tried: [], takenUp: null, ...over };
}

function answer(...learnings: readonly Learning[]) {
  return answerOf("builds-on-learning", pullRequestFacts({ learnings }));
}

test("where no linked problem has an invalidated hypothesis, not a word is said", () => {
  expect(checkRule("builds-on-learning", pullRequestFacts())).toBeNull();
  expect(checkRule("builds-on-learning", problemFacts(issue("#12")))).toBeNull();
});

describe("an earlier hypothesis that was invalidated", () => {
  test("is shown with what was learned, and with what would take it up", () => {
    const { outcome, found, fix } = answer(learning({ tried: [reference("#34"), reference("acme/till#5")] }));
    expect([outcome, found.markdown]).toEqual([
      "fail",
      "An earlier hypothesis on `#12` was invalidated: `Nobody saw the total.`",
    ]);
    expect(fix?.markdown).toBe(
      "a quote of what was learned or a link to `#34` or `acme/till#5` into the description, and what is different now.",
    );
  });

  test("passes where the text takes it up, quoting the line", () => {
    expect(
      ask("builds-on-learning", pullRequestFacts({ learnings: [learning({ takenUp: "After #34: on top" })] })),
    ).toBe(
      "pass: An earlier hypothesis on `#12` was invalidated: `Nobody saw the total.` Taken up here: `After #34: on top`",
    );
  });

  test("ends its sentence where the note does not", () => {
    const taken = learning({ told: { kind: "told", note: "Nobody saw it" }, takenUp: "After #34" });
    expect(answer(taken).found.markdown).toMatch(/: `Nobody saw it`\. Taken up here: `After #34`$/);
  });

  test("is shown without what was learned where nobody wrote it", () => {
    const untold = learning({ told: { kind: "untold" }, tried: [reference("#34")] });
    expect(answer(untold)).toMatchObject({
      outcome: "fail",
      found: {
        markdown: "An earlier hypothesis on `#12` was invalidated. What was learned is not written there.",
      },
      fix: { markdown: "a link to `#34` into the description, and what is different now." },
    });
  });

  test("passes where there is nothing known of it to take up", () => {
    expect(answer(learning({ told: { kind: "untold" } })).outcome).toBe("pass");
  });

  test("is neither no nor yes while GitHub does not answer, and asked for again", () => {
    expect(answer(learning({ told: { kind: "unanswered" } }))).toMatchObject({ outcome: "unknown", retry: true });
  });

  test("that is not taken up is told before one that is", () => {
    const taken = learning({ takenUp: "After #34" });
    const open = learning({ problem: reference("#13") });
    const unanswered = learning({ problem: reference("#14"), told: { kind: "unanswered" } });
    expect(answer(taken, unanswered, open).found.markdown).toContain("`#13`");
    expect(answer(taken, unanswered).found.markdown).toContain("`#14`");
    expect(answer(taken).outcome).toBe("pass");
  });
});

test("what was learned is shown as text, and no longer than one line", () => {
  const note = "@acme/team fixes #3 <img src=x> `code` [a](https://b.example)\nand more ".repeat(20);
  const { found } = answer(learning({ told: { kind: "told", note } }));
  expect(found.markdown).not.toMatch(/\n/);
  expect(found.markdown.length).toBeLessThan(300);
  expect(found.markdown).toMatch(/^An earlier hypothesis on `#12` was invalidated: `+ ?@acme/);
});
