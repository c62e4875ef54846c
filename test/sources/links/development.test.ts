import { expect, test } from "vitest";
import { development } from "../../../src/sources/links/development.ts";
import { readLinks } from "./read-links.ts";

test("nothing is read from a text: GitHub hands its own links over with the pull request", () => {
  expect(readLinks(development, "Fixes #12")).toEqual([]);
});
