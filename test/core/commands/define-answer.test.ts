import { describe, expect, test } from "vitest";
import { inconclusive } from "../../../src/core/commands/inconclusive.ts";
import { invalidated } from "../../../src/core/commands/invalidated.ts";
import { validated } from "../../../src/core/commands/validated.ts";

const place = { repository: { owner: "acme", name: "shop" }, webUrl: "https://github.com" };

describe.each([validated, invalidated, inconclusive])("$name", ({ name, read }) => {
  test.each([
    ["tickets went from 40 to 12 a week", "tickets went from 40 to 12 a week"],
    ["https://example.org/report", "https://example.org/report"],
    ["", ""],
    ["NOTE-OR-URL", ""],
    ["WHAT WAS LEARNED", ""],
  ])("with %j is an answer, with a note or without", (argument, note) => {
    const statement = { kind: "outcome", outcome: name, note };
    expect(read(argument, place)).toEqual({ kind: "statement", statement });
  });
});
