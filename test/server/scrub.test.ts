import { describe, expect, test } from "vitest";
import { scrubber } from "../../src/server/scrub.ts";
import { canaries } from "./support/canaries.ts";

const key = "-----BEGIN RSA PRIVATE KEY-----\nMIIEow==\nabc\n-----END RSA PRIVATE KEY-----";

describe("taken out of a line, with what stands around it left", () => {
  const scrub = scrubber([]);

  test.each(Object.entries(canaries))("%s", (_, secret) => {
    expect(scrub(`it said "${secret}", twice: ${secret}`)).toBe('it said "[taken out]", twice: [taken out]');
    expect(scrub(JSON.stringify({ msg: `\n${secret}\n` }))).toBe(JSON.stringify({ msg: "\n[taken out]\n" }));
  });

  test.each([
    ["a bearer", "Authorization: Bearer abc.def-123", "Authorization: Bearer [taken out]"],
    ["a basic login", "authorization: basic YWRhOmVuZ2luZQ==", "authorization: basic [taken out]"],
    ["a key", `before ${key} after`, "before [taken out] after"],
    ["a key in JSON", JSON.stringify({ key, and: "more" }), '{"key":"[taken out]","and":"more"}'],
    ["a key that breaks off", JSON.stringify([key.slice(0, 45), "more"]), '["[taken out]","more"]'],
    ["a password in a URL", "postgres://ada:pw@db/x failed", "postgres://ada:[taken out]@db/x failed"],
    [
      "one among its parameters",
      "postgres://db/x?user=ada&password=p+w&ssl=1",
      "postgres://db/x?user=ada&password=[taken out]&ssl=1",
    ],
    [
      "no password in a URL",
      "such as postgres://USER:PASSWORD@HOST/NAME",
      "such as postgres://USER:PASSWORD@HOST/NAME",
    ],
  ])("%s", (_, line, left) => {
    expect(scrub(line)).toBe(left);
  });
});

test("a known secret is taken out as it is, as JSON writes it, and as a URL does", () => {
  const secret = 'a "quoted" secret';
  const scrub = scrubber([secret]);
  const taken = "[taken out]";
  expect(scrub(`${secret}|${JSON.stringify(secret)}|${encodeURIComponent(secret)}`)).toBe(
    `${taken}|"${taken}"|${taken}`,
  );
});

test("a secret of a few characters is left, for it stands everywhere", () => {
  expect(scrubber(["pw"])("http and pwd")).toBe("http and pwd");
});

test.each([
  "GitHub request: POST /app/installations/5/access_tokens - 201",
  "reconcile-pull-request installation=5 number=7 repository=70",
  "https://github.com/acme/shop/pull/7",
  "sha aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
])("left as it is: %s", (line) => {
  expect(scrubber([])(line)).toBe(line);
});
