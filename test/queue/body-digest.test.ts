import { expect, test } from "vitest";
import { bodyDigest } from "../../src/queue/body-digest.ts";

test("one body has one digest, however often it is parsed", () => {
  const body = '{"action":"opened","number":1,"2":[null,1.50,"é\\u00e9"],"1":{}}';
  expect(bodyDigest(JSON.parse(body))).toBe(bodyDigest(JSON.parse(body)));
  expect(bodyDigest(JSON.parse(body))).toMatch(/^[\w-]{43}$/);
});

test("another body has another", () => {
  expect(bodyDigest({ number: 1 })).not.toBe(bodyDigest({ number: 2 }));
  expect(bodyDigest({ number: 1 })).not.toBe(bodyDigest({ number: "1" }));
});
