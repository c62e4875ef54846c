import { describe, expect, test } from "vitest";
import { readMetricsFile } from "../../src/config/metrics-file.ts";
import { scrubber } from "../../src/server/scrub.ts";
import { readProjectFile } from "../support/source-files.ts";

const variables = { POSTHOG_KEY: " phx_a_key ", EMPTY: " ", SHORT: "sevench ", TWO_LINES: "one line\nand another" };

function problemsIn(text: string): readonly string[] {
  const read = readMetricsFile(text, variables);
  return read.kind === "invalid" ? read.problems : [];
}

const good = `
metrics:
  - name: Refunds a week
    provider: posthog
    repositories: [acme/shop]
    installation: 7
    url: https://eu.posthog.com
    project: 42
    query: select count() from events where event = 'refund'
    credential: { env: POSTHOG_KEY }
    unit: refunds
    window: 7 days
  - name: Smiles
    provider: manual
    repositories: [acme/shop, acme/notes]
    public: true
`;

test("a file is metrics with what to sign in with, which stands in the environment alone", () => {
  const read = readMetricsFile(good, variables);
  if (read.kind === "invalid") throw new Error(read.problems.join());
  expect(read.defined.metrics).toMatchObject([
    { name: "Refunds a week", installation: 7, unit: "refunds", window: "7 days", public: false },
    { name: "Smiles", installation: null, unit: null, window: null, public: true, asked: null },
  ]);
  expect([...read.defined.credentials]).toEqual([["POSTHOG_KEY", "phx_a_key"]]);
});

function posthog(...lines: readonly string[]): string {
  const given = ["name: refunds", "provider: posthog", "repositories: [acme/shop]", "project: 1", "query: select 1"];
  return `metrics:\n  - ${[...given, ...lines].join("\n    ")}\n`;
}

const credential = "credential: { env: POSTHOG_KEY }";

describe("what is wrong is told with its line and what to write instead", () => {
  test.each([
    ["nothing", "", /^line 1, column 1: Nothing stands here; `metrics:` begins the list/],
    ["no list", "metrics: yes", /^line 1, column 10: `metrics` must be a list/],
    ["another key", "metric: []", /^line 1, column 1: `metrics` is missing|`metric` is not a known key/],
    ["broken YAML", "metrics: [", /^line 1, column 11: A bracket is opened/],
    [
      "an unknown provider",
      "metrics: [{ name: a, provider: grafana, repositories: [a/b] }]",
      /column 32: .* must be one of manual, prometheus, posthog, http-json, not `grafana`/,
    ],
    ["no provider", "metrics: [{ name: a, repositories: [a/b] }]", /must be one of manual, prometheus/],
    ["a missing key", posthog(credential), /^line 2, column 5: `metrics\[0\]\.url` is missing/],
    ["no credential", posthog("url: https://eu.posthog.com"), /`metrics\[0\]\.credential` is missing/],
    [
      "an unset variable",
      posthog("url: https://eu.posthog.com", "credential: { env: NOPE }"),
      /^line 8, column 24: The environment variable `NOPE` is not set/,
    ],
    [
      "a variable that is too short to be kept out of the log",
      posthog("url: https://eu.posthog.com", "credential: { env: SHORT }"),
      /^line 8, column 24: The environment variable `SHORT` has fewer than 8 characters.* use a longer one\.$/,
    ],
    [
      "a variable that no header takes",
      posthog("url: https://eu.posthog.com", "credential: { env: TWO_LINES }"),
      /`TWO_LINES` holds a line break or another character that no header takes/,
    ],
    ["an empty variable", posthog("url: https://eu.posthog.com", "credential: { env: EMPTY }"), /`EMPTY` is not set/],
    [
      "a slip",
      posthog("url: https://eu.posthog.com", credential, "windo: 7 days"),
      /^line 9, column 5: `windo` is not a known key in `metrics\[0\]`. Did you mean `window`\?/,
    ],
    [
      "a password in an address",
      posthog("url: https://me:secret1@eu.posthog.com", credential),
      /^line 7, column 10: This looks like a secret/,
    ],
    ["a user in an address", posthog("url: https://me@eu.posthog.com", credential), /must be a URL that starts with/],
    [
      "plain http over the internet",
      posthog("url: http://eu.posthog.com", credential),
      /^line 7, column 10: `metrics\[0\]\.url` must start with https:\/\/, or be of your own network, with `allow_private/,
    ],
    ["no web address", posthog("url: file:///etc/passwd", credential), /must be a URL that starts with/],
    [
      "a key in the file",
      posthog("url: https://eu.posthog.com", "credential: { env: phx_aaaaaaaaaaaaaaaaaaaaaaaa }"),
      /^line 8, column 24: This looks like a secret. Put it into an environment variable/,
    ],
    ["no repository", "metrics: [{ name: a, provider: manual, repositories: [] }]", /must have at least 1 entr/],
    [
      "an owner alone",
      "metrics: [{ name: a, provider: manual, repositories: [acme] }]",
      /must be the name of a repository/,
    ],
    [
      "a pattern",
      "metrics: [{ name: a, provider: manual, repositories: [acme/*] }]",
      /must be the name of a repository/,
    ],
    [
      "two of one name",
      "metrics:\n  - { name: a, provider: manual, repositories: [a/b] }\n  - { name: A, provider: manual, repositories: [A/B] }",
      /^line 3, column 13: .* must differ from that of `metrics\[0\]`/,
    ],
    [
      "two of one name with other spaces",
      "metrics:\n  - { name: a b, provider: manual, repositories: [a/b] }\n  - { name: A  B, provider: manual, repositories: [a/b] }",
      /^line 3, column 13: .* must differ from that of `metrics\[0\]`/,
    ],
    ["two lines in a name", 'metrics: [{ name: "a\\nb", provider: manual, repositories: [a/b] }]', /must be one line/],
    [
      "two lines in a name, in Unicode's way",
      'metrics: [{ name: "a\\u2028b", provider: manual, repositories: [a/b] }]',
      /must be one line/,
    ],
  ])("%s", (_what, text, expected) => {
    expect(problemsIn(text)).toEqual(expect.arrayContaining([expect.stringMatching(expected)]));
  });

  test("what is as long as a credential has to be is taken out of the log", () => {
    const key = "eight of";
    const file = posthog("url: https://eu.posthog.com", "credential: { env: KEY }");
    expect(readMetricsFile(file, { KEY: key }).kind).toBe("ok");
    expect(readMetricsFile(file, { KEY: key.slice(1) }).kind).toBe("invalid");
    expect(scrubber([key])(`so ${key} it`)).toBe("so [taken out] it");
  });

  test("a key that is written down is quoted nowhere", () => {
    const key = "phx_aaaaaaaaaaaaaaaaaaaaaaaa";
    expect(problemsIn(posthog(`url: ${key}`, credential)).join()).not.toContain(key);
  });

  test.each([
    ["in place of the group", "credential: hunter2-and-more"],
    ["in place of the variable's name", "credential: { env: hunter2-and-more }"],
    ["in place of the variable's name, as a word", "credential: { env: hunter2 }"],
    ["in a list", "credential: [hunter2]"],
    ["in place of the header's name", "credential: { env: POSTHOG_KEY, header: Bearer hunter2 }"],
    ["with a sign that no text of YAML begins with", "credential: *hunter2"],
    ["with another sign that no text of YAML begins with", "credential: |hunter2"],
  ])("a password that is written %s is quoted nowhere", (_where, line) => {
    const problems = problemsIn(posthog("url: https://eu.posthog.com", line));
    expect(problems).toEqual([expect.stringMatching(/^line 8, column \d+: /)]);
    expect(problems.join()).not.toContain("hunter2");
  });

  test.each(["credential: { hunter2: b }", "credential: }hunter2", "credential:\n      env: *hunter2"])(
    "what may be a password is quoted nowhere: %j",
    (lines) => {
      const problems = problemsIn(posthog("url: https://eu.posthog.com", lines));
      expect(problems).not.toEqual([]);
      expect(problems.join()).not.toContain("hunter2");
    },
  );

  test("what is wrong below a credential is told as everywhere", () => {
    expect(problemsIn(posthog("url: https://eu.posthog.com", credential, "unit: %"))).toEqual([
      "line 9, column 11: Text that begins with this sign needs quotes.",
    ]);
  });

  test("everything at once, in the file's order", () => {
    expect(
      problemsIn("metrics:\n  - { name: a, provider: manual, repositories: [a] }\n  - { provider: manual }"),
    ).toEqual([
      expect.stringMatching(/^line 2/),
      expect.stringMatching(/^line 3.*name/),
      expect.stringMatching(/^line 3.*repositories/),
    ]);
  });
});

test("a file has 64 KiB at most", () => {
  expect(problemsIn(`#${"x".repeat(64 * 1024)}`)).toEqual(["it is larger than 64 KiB"]);
});

function manual(repository: string, installation: number): string {
  return `  - { name: a, provider: manual, repositories: [${repository}], installation: ${installation} }\n`;
}

test("one name may stand for several metrics where they are of other repositories or installations", () => {
  expect(problemsIn(`metrics:\n${manual("a/b", 1)}${manual("a/c", 1)}${manual("a/b", 2)}`)).toEqual([]);
});

test("the guide's examples are read", () => {
  const set = { ...variables, NUMBERS_KEY: "any long key" };
  const blocks = readProjectFile("docs/metrics.md").matchAll(/```yaml\n([\s\S]*?)```/g);
  const providers = Array.from(blocks, ([, text = ""]) => {
    const read = readMetricsFile(text.startsWith("metrics:") ? text : `metrics:\n${text}`, set);
    return read.kind === "ok" ? read.defined.metrics.map(({ asked }) => asked?.title ?? null) : read.problems;
  });
  expect(providers).toEqual([["Prometheus"], ["PostHog"], ["The metric's service"], [null]]);
});
