import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { defaultConfig } from "../src/config/schema.ts";
import { parseBody } from "../src/core/markdown/parse-body.ts";
import { readStatements } from "../src/core/statements/read-statements.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

test("the README's outcome block is read whole", () => {
  const block = /^```outcome\n[^`]*^```$/m.exec(readme)?.[0] ?? "";
  const { hypothesis, window } = readStatements(
    { kind: "pull_request", title: "", body: parseBody(block) },
    {
      vocabulary: defaultConfig.statements,
      templates: [],
    },
  );
  expect(hypothesis).toMatchObject({
    grade: "stated",
    value: {
      change: "a visible total",
      who: "shoppers on small screens",
      effect: "lower abandoned carts",
      because: "the price is no surprise",
      metric: "abandoned carts",
      baseline: "31 %",
      target: "25 %",
    },
  });
  expect(window).toMatchObject({ grade: "stated", value: { days: 28 } });
});

test("the README begins with the two commands", () => {
  expect(readme).toMatch(/^# Outcome Link\n\n```sh\nnpm ci && npm start .*\nnpm cit .*\n```\n/);
});
