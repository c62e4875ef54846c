import { describe, expect, test } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import type { ConfigurationFile } from "../../src/sources/ports.ts";
import { file, place, reading } from "./reading.ts";

/** Each problem as `line:column message`. */
function problemsOf(own: string, organisation: string | null = null): readonly string[] {
  return describeAll(reading(own, organisation));
}

function describeAll(from: Parameters<typeof loadConfig>[0]): readonly string[] {
  const loaded = loadConfig(from);
  if (loaded.kind !== "invalid") throw new Error(`expected problems, got ${loaded.kind}`);
  return loaded.problems.map((problem) =>
    problem.visible ? `${problem.line}:${problem.column} ${problem.message.markdown}` : problem.message.markdown,
  );
}

const known =
  "known are `enabled`, `extends`, `mode`, `require_from`, `rules`, `problems`, `themes`, `statements`, `links`, `trackers`, `exemptions`, `opt_out`, `commands`, `comments`, `labels`, `follow_up` and `board`";

describe("an unknown key is named where it stands, with the key that was probably meant", () => {
  test.each([
    ["ruls: {}", "1:1 `ruls` is not a known key. Did you mean `rules`?"],
    ["mode: advise\nfollow-up: {}", "2:1 `follow-up` is not a known key. Did you mean `follow_up`?"],
    [
      "rules:\n  state-problem: off",
      "2:3 `state-problem` is not a known key in `rules`. Did you mean `states-problem`?",
    ],
    ["window: 14 days", "1:1 `window` is not a known key. Did you mean `follow_up.window`?"],
    ["links-problem: off", "1:1 `links-problem` is not a known key. Did you mean `rules.links-problem`?"],
    ["comments: { mode: advise }", "1:13 `mode` is not a known key in `comments`; it stands at the top level."],
    ["comments: { xyz: 1 }", "1:13 `xyz` is not a known key in `comments`; known are `when` and `grace`."],
    ["follow_up:\n  slot:\n    dya: friday", "3:5 `dya` is not a known key in `follow_up.slot`. Did you mean `day`?"],
    ["<<: { mode: require }", `1:1 \`<<\` is not a known key; ${known}.`],
    ["__proto__: { enabled: false }", `1:1 \`__proto__\` is not a known key; ${known}.`],
    ["constructor: 1", `1:1 \`constructor\` is not a known key; ${known}.`],
    ["12: x", `1:1 \`12\` is not a known key; ${known}.`],
    ["'': x", `1:1 (empty) is not a known key; ${known}.`],
  ])("%j", (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });
});

describe("a wrong value is named with what is allowed", () => {
  test.each([
    ["mode: reqire", "1:7 `mode` must be `advise` or `require`, not `reqire`. Did you mean `require`?"],
    ["mode:", "1:1 `mode` must be `advise` or `require`, not empty."],
    ["mode: [require]", "1:7 `mode` must be `advise` or `require`, not a list."],
    ["mode:\n  level: x", "2:3 `mode` must be `advise` or `require`, not a group of keys."],
    ["enabled: yes", "1:10 `enabled` must be `true` or `false`, not `yes`."],
    [
      "rules: { links-problem: false }",
      "1:25 `rules.links-problem` must be `off`, `note`, `advise` or `require`, not `false`.",
    ],
    [
      "rules:\n  links-problem:\n    level: warn",
      "3:12 `rules.links-problem.level` must be `off`, `note`, `advise` or `require`, not `warn`.",
    ],
    ["rules: advise", "1:8 `rules` must be a group of keys, not `advise`."],
    ["rules:\n  - links-problem", "2:3 `rules` must be a group of keys, not a list."],
    ["problems: { labels: problem }", "1:21 `problems.labels` must be a list, such as `[problem]`, not `problem`."],
    ["problems: { labels: }", "1:13 `problems.labels` must be a list, such as `[one, two]`, not empty."],
    ["problems: { labels: [[bug]] }", "1:22 `problems.labels[0]` must be text, not a list."],
    ["exemptions: { size: many }", "1:21 `exemptions.size` must be a number, not `many`."],
    ["exemptions: { size: 1.5 }", "1:21 `exemptions.size` must be a whole number, not `1.5`."],
    ["exemptions: { size: -1 }", "1:21 `exemptions.size` must be at least 0."],
    ["exemptions: { titles: [''] }", "1:24 `exemptions.titles[0]` must not be empty."],
    ["comments: nevr", "1:11 `comments` must be `when_needed`, `always` or `never`, not `nevr`. Did you mean `never`?"],
    [
      "comments: { grace: soon }",
      "1:20 `comments.grace` must be a duration from `0 seconds` to `7 days`, written like these two, not `soon`.",
    ],
    [
      "follow_up: { window: 3 years }",
      "1:22 `follow_up.window` must be a duration from `1 day` to `24 months`, written like these two, not `3 years`.",
    ],
    ["follow_up: { window: 30 months }", expect.stringContaining("not `30 months`.")],
    ["follow_up: { window: 14 }", expect.stringContaining("not `14`.")],
    [
      "follow_up: { slot: { time: 25:00 } }",
      "1:28 `follow_up.slot.time` must be a time of day such as `10:00` or `16:30`, not `25:00`.",
    ],
    [
      "follow_up:\n  time_zone: Europe/Berln",
      "2:14 `follow_up.time_zone` must be the name of a time zone such as `Europe/Berlin`, `America/New_York` or `UTC`, " +
        "not `Europe/Berln`. Did you mean `Europe/Berlin`?",
    ],
    ["follow_up: { time_zone: +02:00 }", expect.stringContaining("must be the name of a time zone")],
    ["labels: { due: { color: red } }", expect.stringContaining("must be a colour of six hex digits")],
    [`labels: { due: ${"x".repeat(51)} }`, "1:16 `labels.due` must have at most 50 characters."],
    ["labels: { due: '  ' }", "1:16 `labels.due` must not be empty."],
    ["labels: { due: 'Outcome: PENDING' }", "1:16 `labels.due` has the same name as the label of `pending`."],
    ["- mode", "1:1 The file must be a group of keys, not a list."],
    ["require", "1:1 The file must be a group of keys, not `require`."],
  ])("%j", (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  test("what stands there is quoted as code, on one line, cut", () => {
    const [problem] = problemsOf(`mode: "@everyone <!-- x --> Fixes #1\\n${"x".repeat(5000)}"`);
    expect(problem).toMatch(/^1:7 `mode` must be `advise` or `require`, not `[^`\n]{1,220}`\.$/u);
  });
});

describe("what is not YAML is said in words, with the place", () => {
  test.each([
    ["mode: require\n\tcomments: never", "2:1 This line is indented with a tab; YAML is indented with spaces."],
    [
      "rules:\n  links-problem: off\n    mode: advise",
      "2:18 A key begins where a value stands already; check the indentation, or put text with a colon in quotes.",
    ],
    ["mode: 'require", "1:15 The text ends inside quotes that were never closed."],
    ["mode: advise\nrules\ncomments: never", "2:1 A colon is missing after this key."],
    ["mode: @advise", "1:7 Text that begins with this sign needs quotes."],
    ["rules: {", "1:9 A bracket is opened and never closed, or what it holds is not indented."],
    ["mode: advise\nmode: require", "2:1 `mode` stands here already, in line 1."],
    ["comments: { when: never, 'when': never }", "1:26 `when` stands here already, in line 1."],
    ["problems: { labels: &l [a], types: *l }", "1:36 The alias `*l` is not read here; write the value itself."],
    [
      "mode: !!binary cmVxdWlyZQ==",
      "1:7 Tags (words that begin with an exclamation mark) are not read here; write the value alone, or in quotes.",
    ],
    ["? [a]\n: b", "1:3 A key is one word here, not a list, a group or an alias."],
    ["{}\n---\n{}", "3:1 A second document starts here (after `---` or `...`); a configuration is one document."],
  ])("%j", (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  test.each([
    ["brackets in brackets", "[".repeat(5000), "1:33 This is nested too deeply."],
    ["lists in lists on one line", "- ".repeat(5000), "1:65 This is nested too deeply."],
    ["ten thousand lines", "a: 1\n".repeat(10_000), "4001:1 Too much stands in this file for a configuration."],
  ])("%s are refused before anything is built", (_name, text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  test("brackets one after another are not nested", () => {
    const lists = Array.from({ length: 100 }, () => "[]").join(", ");
    expect(problemsOf(`problems: { labels: [${lists}] }`)).toHaveLength(50);
  });

  test("columns are counted without a byte order mark, lines with either ending", () => {
    expect(problemsOf("\ufeffmode: x")).toEqual([expect.stringMatching(/^1:7 /)]);
    expect(problemsOf("comments: never\r\nmode: x\r\n")).toEqual([expect.stringMatching(/^2:7 /)]);
  });

  test("YAML 1.1 is not switched on by a directive", () => {
    expect(problemsOf("%YAML 1.1\n---\nenabled: yes")).toEqual([
      "3:10 `enabled` must be `true` or `false`, not `yes`.",
    ]);
  });
});

function problemsWith(...files: readonly ConfigurationFile[]): readonly string[] {
  return describeAll({ repository: place({ files }), organisation: place({ name: ".github" }) });
}

describe("files", () => {
  test("both endings present: both are named", () => {
    expect(problemsWith(file("{}"), file("{}", { path: ".github/outcome.yaml" }))).toEqual([
      "1:1 Both `.github/outcome.yml` and `.github/outcome.yaml` exist; keep one of them.",
    ]);
  });

  test("a file that is larger than 64 KiB is not read", () => {
    expect(problemsWith(file(`mode: advise${" ".repeat(64 * 1024)}`))).toEqual([
      "1:1 This file is larger than 64 KiB.",
    ]);
  });

  test("a file that GitHub does not hand out as text", () => {
    expect(problemsWith({ ...file(""), text: null, bytes: 9_000_000 })).toEqual([
      "1:1 This file cannot be read as text of at most 64 KiB.",
    ]);
  });
});

describe("everything that is wrong is said at once", () => {
  test("in one file, from top to bottom", () => {
    const text = "mode: x\nfollow_up:\n  time_zone: Nowhere\n  window: soon\nruls: {}\n";
    expect(problemsOf(text).map((problem) => problem.split(" ")[0])).toEqual(["1:7", "3:14", "4:11", "5:1"]);
  });

  test("in both places, the nearest first, each once", () => {
    const loaded = loadConfig(reading("mode: y", "mode: x\nruls: {}"));
    const places = loaded.kind === "invalid" ? loaded.problems : [];
    expect(places.map((problem) => problem.visible && [problem.name, problem.path, problem.line])).toEqual([
      ["shop", ".github/outcome.yml", 1],
      [".github", ".github/outcome.yml", 1],
      [".github", ".github/outcome.yml", 2],
    ]);
  });

  test("a file that is not YAML does not hide what is wrong in the other", () => {
    expect(problemsOf("mode: 'x", "ruls: {}")).toHaveLength(2);
  });

  test("fifty at most", () => {
    const keys = Array.from({ length: 200 }, (_, index) => `key${index}: 1`);
    expect(problemsOf(keys.join("\n"))).toHaveLength(50);
  });
});

describe("the day from which rules are required", () => {
  test.each(["2026-3-1", "01.03.2026", "2026-02-30", "2026-13-01", "20260301", "2026-03-01T00:00:00Z", "tomorrow"])(
    "%s is no day",
    (text) => {
      expect(problemsOf(`require_from: ${text}`)).toEqual([
        `1:15 \`require_from\` must be a day, written as year, month and day such as \`2026-03-01\`, not \`${text}\`.`,
      ]);
    },
  );

  test.each(["2026-03-01", '"2028-02-29"'])("%s is one", (text) => {
    expect(loadConfig(reading(`require_from: ${text}`)).kind).toBe("ok");
  });
});
