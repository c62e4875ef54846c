import { expect, test } from "vitest";
import { nothingSaid } from "../../../src/core/facts/said.ts";
import { command } from "../../../src/sources/links/command.ts";
import { ada, reference } from "../../support/facts.ts";
import { readLinks } from "./read-links.ts";

test("what somebody linked by a command is a link of theirs", () => {
  const said = { ...nothingSaid, links: [{ reference: reference("#12"), by: ada }] };
  expect(readLinks(command, "Part of #3", said)).toEqual([{ number: 12, kind: "command", by: "ada" }]);
});

test("a command in the text itself is none", () => {
  expect(readLinks(command, "/outcome link #12")).toEqual([]);
});
