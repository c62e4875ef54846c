import { expect, test } from "vitest";
import { judgeChange } from "../../src/config/judge-change.ts";
import { loadConfig } from "../../src/config/load.ts";
import { reading } from "./reading.ts";

const long = "Ab0".repeat(16);

// Put together here, so that nobody's scanner takes this file for a leak.
test.each(
  [
    ["ghp", "_", long],
    ["github", "_pat_", long],
    ["xox", "b-", long],
    ["AK", "IA", "ABCDEFGHIJKLMNOP"],
    ["s", "k-", long],
    ["s", "k-proj-", "Ab0_-".repeat(8)],
    ["lin", "_api_", long],
    ["ATA", "TT3", "xFfGF0-_".repeat(4)],
    ["ph", "x_", long],
    ["-----BEGIN RSA PRIVATE ", "KEY-----"],
    ["https://ada:", "hunter2@", "metrics.example"],
  ].map((parts) => parts.join("")),
)("what looks like a secret is refused with its line, and not quoted (%#)", (secret) => {
  const loaded = loadConfig(reading(`mode: advise\nproblems:\n  labels:\n    - "${secret}"\n`));
  if (loaded.kind !== "invalid") throw new Error(`expected a problem, got ${loaded.kind}`);
  expect(loaded.problems).toMatchObject([{ line: 4, column: 7 }]);
  expect(JSON.stringify(loaded)).toContain("This looks like a secret");
  expect(JSON.stringify(loaded)).not.toContain(secret);
});

test("also where its key or its place is wrong, which would quote it otherwise", () => {
  const secret = ["ghs", long].join("_");
  const loaded = loadConfig(reading(`token: ${secret}\nmode: ${secret}\n`));
  expect(loaded.kind).toBe("invalid");
  expect(JSON.stringify(loaded)).not.toContain(secret);
});

test("also where it stands as a key, once or twice", () => {
  const secret = ["ghs", long].join("_");
  const loaded = loadConfig(reading(`mode: advise\n${secret}: 1\n${secret}: 2\n`));
  if (loaded.kind !== "invalid") throw new Error(`expected a problem, got ${loaded.kind}`);
  expect(loaded.problems).toMatchObject([
    { line: 2, column: 1 },
    { line: 3, column: 1 },
  ]);
  expect(JSON.stringify(loaded)).not.toContain(secret);
});

test("a pull request that takes it out is valid, and what it takes out is not quoted", () => {
  const secret = ["phx", long].join("_");
  const before = reading(`labels: { pending: ${secret} }\nproblems: { labels: [a, ${secret}] }\n${secret}: 1\n`);
  const judged = judgeChange(before, { proposed: reading("problems: { labels: [a] }\n"), changesMore: false });
  expect(judged).toMatchObject({ proposal: { kind: "valid" } });
  expect(JSON.stringify(judged)).toContain("problems.labels");
  expect(JSON.stringify(judged)).not.toContain(secret);
});

test.each(["area: billing", "sk-translations-for-the-whole-of-the-web", "https://example.com/a:b@c", "ghp_short"])(
  "%s is none",
  (label) => {
    expect(loadConfig(reading(`problems: { labels: ["${label}"] }`)).kind).toBe("ok");
  },
);
