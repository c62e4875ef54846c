import { expect, test } from "vitest";
import { keysOf } from "./read-keys.ts";

test.each([
  ["[sc-12] Show the total", ["sc-12"]],
  ["Fixes SC-12, see ada/sc-13/show-total", ["sc-12", "sc-13"]],
  ["[ch12]", ["sc-12"]],
  ["https://app.shortcut.com/acme/story/12/show-the-total", ["sc-12"]],
  ["https://app.clubhouse.io/acme/story/12", ["sc-12"]],
  ["ch12, esc-12, sc-012, sc-1.2, sc-12a, https://app.shortcut.com/acme/epic/12", []],
])("%s names %j", (text, keys) => {
  expect(keysOf("shortcut", text)).toEqual(keys);
});
