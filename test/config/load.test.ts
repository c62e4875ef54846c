import { describe, expect, test } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import type { LoadedConfig } from "../../src/config/load.ts";
import { defaultConfig } from "../../src/config/schema.ts";
import type { Config } from "../../src/config/schema.ts";
import type { Visibility } from "../../src/core/facts/issue.ts";
import type { ConfigurationPlace, ConfigurationReading } from "../../src/sources/ports.ts";
import { file, place, reading } from "./reading.ts";

function loadOk(from: ConfigurationReading): Extract<LoadedConfig, { kind: "ok" }> {
  const loaded = loadConfig(from);
  if (loaded.kind !== "ok") throw new Error(`expected a configuration, got ${JSON.stringify(loaded)}`);
  return loaded;
}

function config(own: string | null, organisation: string | null = null): Config {
  return loadOk(reading(own, organisation)).config;
}

function loadInvalid(from: ConfigurationReading): Extract<LoadedConfig, { kind: "invalid" }> {
  const loaded = loadConfig(from);
  if (loaded.kind !== "invalid") throw new Error(`expected problems, got ${loaded.kind}`);
  return loaded;
}

describe("absent", () => {
  test("without a file in either place there is nothing to do", () => {
    expect(loadConfig(reading(null, null))).toEqual({ kind: "absent" });
  });

  test.each([
    ["the repository's own file", "enabled: false", null],
    ["the repository's own file over the organisation's", "enabled: false", "mode: require"],
    ["the organisation's file", null, "enabled: false"],
    ["the organisation's file, of which the repository's says nothing", "mode: require", "enabled: false"],
    ["a file that is otherwise wrong", "enabled: false\nruls: {}", null],
    ["a file over a broken one of the organisation", "enabled: false", "mode: ["],
  ])("`enabled: false` in %s switches it off", (_where, own, organisation) => {
    expect(loadConfig(reading(own, organisation))).toEqual({ kind: "absent" });
  });

  test("a repository can opt in again where the organisation opted out", () => {
    expect(config("enabled: true", "enabled: false").enabled).toBe(true);
  });
});

describe("unreadable", () => {
  const silent = { readable: false };
  const own = place({ files: [file("{}")] });
  const organisation = place({ name: ".github" });

  test("GitHub not answering for the repository is neither absent nor present", () => {
    expect(loadConfig({ repository: place(silent), organisation })).toEqual({
      kind: "unreadable",
      place: { owner: "acme", name: "shop" },
    });
  });

  test("GitHub not answering for the organisation leaves open what the repository's file is merged over", () => {
    expect(loadConfig({ repository: own, organisation: place({ ...organisation, ...silent }) })).toEqual({
      kind: "unreadable",
      place: { owner: "acme", name: ".github" },
    });
  });

  test("a repository that opted out needs no answer for the organisation", () => {
    const out = place({ files: [file("enabled: false")] });
    expect(loadConfig({ repository: out, organisation: place({ ...organisation, ...silent }) }).kind).toBe("absent");
  });

  test("an organisation that opted out decides nothing for a repository that could not be read", () => {
    const out = place({ name: ".github", files: [file("enabled: false")] });
    expect(loadConfig({ repository: place(silent), organisation: out }).kind).toBe("unreadable");
  });
});

describe("merging", () => {
  test.each([["{}"], [""], ["# nothing yet\n"], ["---\n"], ["rules:\nlabels:\n"]])("%j is a good set-up", (text) => {
    expect(config(text)).toEqual(defaultConfig);
  });

  test("the organisation's file alone is enough", () => {
    expect(config(null, "mode: require").mode).toBe("require");
  });

  test("the repository wins over the organisation, key by key", () => {
    const { follow_up } = config(
      "follow_up: { window: 3 weeks }",
      "follow_up: { window: 2 days, time_zone: Asia/Tokyo }",
    );
    expect([follow_up.window.text, follow_up.time_zone]).toEqual(["3 weeks", "Asia/Tokyo"]);
  });

  test("lists replace", () => {
    expect(config("problems: { labels: [bug] }", "problems: { labels: [problem, idea] }").problems.labels).toEqual([
      "bug",
    ]);
  });

  test("a level alone keeps the options that stand below it", () => {
    const { rules } = config(
      "rules: { states-hypothesis: require }",
      "rules: { states-hypothesis: { level: note, bug_labels: [defect] } }",
    );
    expect(rules["states-hypothesis"]).toMatchObject({ level: "require", bug_labels: ["defect"], bug_types: ["Bug"] });
  });

  test("options alone keep the level that stands below them", () => {
    const { rules } = config("rules: { states-hypothesis: { bug_labels: [] } }", "rules: { states-hypothesis: off }");
    expect(rules["states-hypothesis"]).toMatchObject({ level: "off", bug_labels: [] });
  });

  test("an empty group changes nothing", () => {
    expect(config("rules:\n", "rules: { links-problem: off }").rules["links-problem"].level).toBe("off");
  });

  test.each([
    ["comments: never", (c: Config) => c.comments.when, "never"],
    ["opt_out: write", (c: Config) => c.opt_out.who, "write"],
    ["labels: { due: look }", (c: Config) => c.labels.due.name, "look"],
  ])("%j is short for a group with one key", (text, read, expected) => {
    expect(read(config(text))).toBe(expected);
  });

  test("text that looks like a number is text where text is asked for", () => {
    const { due, pending, reverted } = config(
      "labels: { due: 404, pending: { color: 000000 }, reverted: { color: 5319e7 } }",
    ).labels;
    expect([due.name, pending.color, reverted.color]).toEqual(["404", "000000", "5319e7"]);
  });

  test("a file of the repository may count on what it is merged over", () => {
    const { labels } = config('labels: { pending: "outcome: due" }', "labels: { due: look }");
    expect([labels.pending.name, labels.due.name]).toEqual(["outcome: due", "look"]);
  });

  test("sources are told in the order in which they were merged", () => {
    const { sources } = loadOk(reading("{}", "{}"));
    expect(sources.map(({ owner, name, path, commit }) => `${owner}/${name}/${path}@${commit}`)).toEqual([
      "acme/.github/.github/outcome.yml@c0ffee",
      "acme/shop/.github/outcome.yml@c0ffee",
    ]);
  });

  test("the organisation's `.github` repository is read once for itself, whatever the case of its name", () => {
    const own = place({ name: ".github", files: [file("mode: require")] });
    const { sources } = loadOk({ repository: own, organisation: { ...own, owner: "ACME" } });
    expect(sources).toHaveLength(1);
  });
});

describe("when it was configured", () => {
  const early = new Date("2026-01-05T08:00:00Z");
  const late = new Date("2026-03-09T08:00:00Z");

  test.each([
    { name: "the earlier of two files", own: early, organisation: late, expected: early },
    { name: "the known one", own: null, organisation: late, expected: late },
    { name: "not known", own: null, organisation: null, expected: null },
  ])("$name", ({ own, organisation, expected }) => {
    const { configuredAt } = loadOk({
      repository: place({ files: [file("{}", { landedAt: own })] }),
      organisation: place({ name: ".github", files: [file("{}", { landedAt: organisation })] }),
    });
    expect(configuredAt).toEqual(expected);
  });

  test("a file that opts out did not begin anything", () => {
    const { configuredAt } = loadOk({
      repository: place({ files: [file("enabled: true", { landedAt: late })] }),
      organisation: place({ name: ".github", files: [file("enabled: false", { landedAt: early })] }),
    });
    expect(configuredAt).toEqual(late);
  });

  test("an invalid configuration was configured too", () => {
    const own = place({ files: [file("mode: x", { landedAt: early })] });
    expect(loadInvalid({ repository: own, organisation: place({ name: ".github" }) }).configuredAt).toEqual(early);
  });
});

describe("whether an invalid configuration still requires", () => {
  test.each([
    ["mode: require\nruls: {}", null, true],
    ["mode: require\nrules: [", null, true],
    ["mode:    'require'  # since May\nrules: [", null, true],
    ["{mode: require, ruls: {}}", null, true],
    ["mode: advise\nmode: require", null, true],
    ["mode: require\n---\n{}", null, true],
    ["mode: advise\nruls: {}", "mode: require", false],
    ["ruls: {}", "mode: require", true],
    ["{}", "mode: require\nruls: {}", true],
    ["mode: requires", null, true],
    ["ruls: {}", null, false],
    ["rules: { mode: require }", null, false],
    ["follow_up:\n  mode: require", null, false],
    ["# mode: require\nruls: {}", null, false],
  ])("%j over %j: %s", (own, organisation, expected) => {
    expect(loadInvalid(reading(own, organisation)).requires).toBe(expected);
  });
});

function broken(visibility: Visibility | null): ConfigurationPlace {
  return place({ name: ".github", visibility, files: [file("secret-project: yes\nmode: x")] });
}

describe("what may be said of a file that others may not see", () => {
  test.each([
    ["private", "public", false],
    ["internal", "public", false],
    ["private", "internal", false],
    [null, "public", false],
    ["private", null, false],
    ["private", "private", true],
    ["internal", "private", true],
    ["public", "public", true],
  ] as const)("a %s file in a %s repository: visible %s", (organisation, repository, visible) => {
    const from = { repository: place({ visibility: repository }), organisation: broken(organisation) };
    const { problems } = loadInvalid(from);
    expect(JSON.stringify(problems).includes("secret-project")).toBe(visible);
    expect(problems.map((problem) => problem.visible)).toEqual(visible ? [true, true] : [false]);
  });

  test("the repository's own problems are still quoted beside it", () => {
    const from = { repository: place({ files: [file("mode: y")] }), organisation: broken("private") };
    expect(loadInvalid(from).problems.map((problem) => problem.visible)).toEqual([true, false]);
  });

  test("a repository may always be shown its own file", () => {
    const own = place({ visibility: null, files: [file("mode: x")] });
    const { problems } = loadInvalid({ repository: own, organisation: place({ name: ".github" }) });
    expect(problems[0]?.visible).toBe(true);
  });

  test("a source tells whether it may be shown", () => {
    const organisation = place({ name: ".github", visibility: "private", files: [file("{}")] });
    expect(loadOk({ repository: place(), organisation }).sources.map(({ visible }) => visible)).toEqual([false]);
  });
});
