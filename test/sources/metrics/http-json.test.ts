import { describe, expect, test } from "vitest";
import { answering, defineMetric, readThrough, told } from "../../support/metrics.ts";

const service = { provider: "http-json", url: "https://numbers.example.com/refunds?days=7" };

test("the address is asked as it is, and the credential goes into the header that is named", async () => {
  const credential = { env: "KEY", header: "X-Api-Key" };
  const defined = defineMetric({ ...service, path: "/value", credential }, { KEY: "a secret key" });
  const { fetch, asked } = answering('{"value":1}');
  await readThrough(fetch, defined);
  expect(asked[0]?.url.href).toBe("https://numbers.example.com/refunds?days=7");
  expect(asked[0]?.headers).toEqual({ accept: "application/json", "X-Api-Key": "a secret key" });
});

const gone = "The metric's service answered without the place where the number should stand";

describe("where the number stands", () => {
  const answer = JSON.stringify({ data: [{ value: 3 }], "a/b": { "m~n": "4.5" }, "~1": 7, none: null, text: "many" });
  test.each([
    ["/data/0/value", 3],
    ["/a~1b/m~0n", 4.5],
    ["/~01", 7],
    ["/data/1/value", gone],
    ["/data/00/value", gone],
    ["/data/length", gone],
    ["/missing", gone],
    ["/__proto__", gone],
    ["/constructor/name", gone],
    ["/data/0/value/toString", gone],
    ["/text/0", gone],
    ["/none", "The metric's service found no data"],
    ["/text", "The metric's service answered with no number"],
    ["/data", "The metric's service answered with no number"],
  ])("%s", async (path, expected) => {
    expect(told(await readThrough(answering(answer).fetch, defineMetric({ ...service, path })))).toBe(expected);
  });

  test.each([
    ["1e400", "answered with no number"],
    ['"1e400"', "answered with no number"],
    ['"0x10"', "answered with no number"],
    ['"1,5"', "answered with no number"],
    ['"NaN"', "found no data"],
    ["NaN", "answered with no JSON"],
    [`"${"1".repeat(300_000)}x"`, "answered with no number"],
    [`"${"1".repeat(300_000)}"`, "answered with no number"],
    [`${"[".repeat(500_000)}${"]".repeat(500_000)}`, "answered with no number"],
    ['" 1e-7 "', 1e-7],
    ["123456789012345678901234567890", 123_456_789_012_345_680_000_000_000_000],
  ])("%.20s", async (text, expected) => {
    const read = told(await readThrough(answering(text).fetch, defineMetric({ ...service, path: "" })));
    expect(read).toBe(typeof expected === "string" ? `The metric's service ${expected}` : expected);
  });

  test("the whole answer", async () => {
    expect(told(await readThrough(answering("12").fetch, defineMetric({ ...service, path: "" })))).toBe(12);
  });
});
