import { expect, test } from "vitest";
import { digestOf } from "../../src/queue/body-digest.ts";

test("one body has one digest, however often it is parsed", () => {
  const body = '{"action":"opened","number":1,"2":[null,1.50,"é\\u00e9"],"1":{}}';
  expect(digestOf(JSON.parse(body))).toBe(digestOf(JSON.parse(body)));
  expect(digestOf(JSON.parse(body))).toMatch(/^[\w-]{43}$/);
});

test("another body has another", () => {
  expect(digestOf({ number: 1 })).not.toBe(digestOf({ number: 2 }));
  expect(digestOf({ number: 1 })).not.toBe(digestOf({ number: "1" }));
});
