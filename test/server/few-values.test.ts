import { expect, test } from "vitest";
import { hasFewValues, mostValues } from "../../src/server/few-values.ts";

const repeated = (text: string, times: number) => Buffer.from(text.repeat(times));

test.each(["[", "{", "1,", '"a":0,', '"\\"",', '"\\\\",'])("more than a million of %s are too many", (value) => {
  expect(hasFewValues(repeated(value, mostValues))).toBe(true);
  expect(hasFewValues(repeated(value, mostValues + 1))).toBe(false);
});

test.each(["[", "{", ",", '\\"', "\\\\", '\\",'])("any number of %s in a text is one value", (inText) => {
  expect(
    hasFewValues(Buffer.concat([Buffer.from('{"a":"'), repeated(inText, 2 * mostValues), Buffer.from('"}')])),
  ).toBe(true);
});
