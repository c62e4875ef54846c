import { expect, test } from "vitest";
import { keysOf } from "./read-keys.ts";

test.each([
  ["Fixes ENG-12", ["ENG-12"]],
  ["ref https://linear.app/acme/issue/ENG-12/show-the-total", ["ENG-12"]],
  ["[the total](https://linear.app/acme/issue/eng-12)", ["ENG-12"]],
  ["[ENG-11](https://linear.app/acme/issue/ENG-12)", ["ENG-12", "ENG-11"]],
  ["https://linear.app/acme/project/total-12 https://linear.app.example.com/acme/issue/ENG-12", []],
])("%s names %j", (text, keys) => {
  expect(keysOf("linear", text).toSorted()).toEqual(keys.toSorted());
});
