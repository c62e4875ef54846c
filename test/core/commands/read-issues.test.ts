import { expect, test } from "vitest";
import { readIssues } from "../../../src/core/commands/read-issues.ts";
import { formatReference } from "../../../src/core/facts/reference.ts";

const repository = { owner: "acme", name: "shop" };

function read(argument: string): readonly string[] | string {
  const reading = readIssues("link", argument, { repository, webUrl: "https://github.com" });
  if (reading.kind === "wrong") return reading.why.markdown;
  if (reading.kind !== "statement" || reading.statement.kind !== "link") return reading.kind;
  return reading.statement.references.map((reference) => formatReference(reference, repository));
}

test.each([
  ["#12", ["#12"]],
  ["#12 please", ["#12"]],
  ["#12, #13", ["#12", "#13"]],
  ["#12 and acme/notes#5 because they belong together", ["#12", "acme/notes#5"]],
  ["to issue 12", ["#12"]],
  ["#12 not #13", ["#12"]],
  ["#12 instead of #13", ["#12"]],
])("%j names issues", (argument, references) => {
  expect(read(argument)).toEqual(references);
});

test("no more than ten are read", () => {
  expect(read(Array.from({ length: 200 }, (_, index) => `#${index + 1}`).join(" "))).toHaveLength(10);
});

test.each(["", "the slow till", "not #12", "shop#12"])(
  "%j names none, and the answer says how they are named",
  (argument) => {
    expect(read(argument)).toContain("`/outcome link #12`");
  },
);
