import { expect, test } from "vitest";
import { hollow, place, pullRequestFacts } from "../../support/facts.ts";
import { ask } from "./ask.ts";

test("a window passes, quoted as it was written", () => {
  const at = place("Window", "field");
  const window = { grade: "stated", value: { days: 14, text: "two weeks" }, quote: "two weeks", place: at } as const;
  expect(ask("sets-window", pullRequestFacts({ says: { window } }))).toBe("pass: Stated at `Window`: `two weeks`");
});

test("without one, the configured window is used, and that is said", () => {
  expect(ask("sets-window", pullRequestFacts())).toBe(
    "fail: Not found: when the effect should show. The configured window is used.",
  );
  expect(ask("sets-window", pullRequestFacts({ says: { window: hollow("TBD") } }))).toMatch(/says nothing yet: `TBD`/);
});
