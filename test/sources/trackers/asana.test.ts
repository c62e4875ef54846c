import { expect, test } from "vitest";
import { keysOf } from "./read-keys.ts";

test.each([
  ["https://app.asana.com/0/1200000000000001/1200000000000002", ["1200000000000002"]],
  ["https://app.asana.com/0/1200000000000001/1200000000000002/f.", ["1200000000000002"]],
  ["[task](https://app.asana.com/0/0/1200000000000002)", ["1200000000000002"]],
  ["https://app.asana.com/0/inbox/1200000000000001/1200000000000002/3", []],
  ["https://app.asana.com/1/1200000000000001/project/1200000000000003/task/1200000000000002", ["1200000000000002"]],
  ["https://app.asana.com/1/1200000000000001/task/1200000000000002?focus=true", ["1200000000000002"]],
  ["https://app.asana.com/0/1200000000000001/list and 1200000000000002", []],
])("%s names %j", (text, keys) => {
  expect(keysOf("asana", text)).toEqual(keys);
});
