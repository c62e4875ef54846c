import { expect, test } from "vitest";
import { keysOf } from "./read-keys.ts";

test.each([
  ["Fixes AB#12 and ab#13", ["AB#12", "AB#13"]],
  ["https://dev.azure.com/acme/shop/_workitems/edit/12", ["AB#12"]],
  ["https://dev.azure.com/acme/Shop%20two/_workitems/edit/12/", ["AB#12"]],
  ["[total](https://acme.visualstudio.com/shop/_workitems/edit/12?a=1)", ["AB#12"]],
  ["#12, TAB#12, AB#0, AB#12a, https://dev.azure.com/acme/shop/_git/shop/pullrequest/12", []],
])("%s names %j", (text, keys) => {
  expect(keysOf("azure-boards", text)).toEqual(keys);
});
