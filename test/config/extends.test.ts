import { describe, expect, test } from "vitest";
import { findBases, namedBases } from "../../src/config/find-bases.ts";
import { loadConfig } from "../../src/config/load.ts";
import type { ConfigurationPlace, ConfigurationReading } from "../../src/sources/ports.ts";
import { file, place } from "./reading.ts";

type Files = Readonly<Record<string, string | Partial<ConfigurationPlace>>>;

const hidden = { visibility: null, files: [] };

function placeOf(name: string, written: string | Partial<ConfigurationPlace>): ConfigurationPlace {
  const [owner = "", repository = ""] = name.split("/");
  const fields = typeof written === "string" ? { files: [file(written)] } : written;
  return place({ owner, name: repository, ...fields });
}

/** GitHub as it is: what is read of it for acme/shop, base by base, with what was asked for at each step. */
function read(all: Files, allowed = [{ owner: "globex", name: "policy" }]) {
  const at = (name: string): ConfigurationPlace => placeOf(name, all[name] ?? hidden);
  let reading: ConfigurationReading = { repository: at("acme/shop"), organisation: at("acme/.github") };
  const asked: string[][] = [];
  for (let names = findBases(allowed)(reading); names.length > 0; names = findBases(allowed)(reading)) {
    asked.push(names.map(({ owner, name }) => `${owner}/${name}`));
    reading = {
      ...reading,
      bases: [...(reading.bases ?? []), ...names.map((name) => at(`${name.owner}/${name.name}`))],
    };
  }
  return { reading, asked };
}

function load(all: Files) {
  return loadConfig(read(all).reading);
}

/** What is wrong, with the file and line that it is said of. */
function problems(all: Files): readonly string[] {
  const loaded = load(all);
  if (loaded.kind !== "invalid") return [loaded.kind];
  return loaded.problems.map((problem) =>
    problem.visible
      ? `${problem.owner}/${problem.name}:${problem.line} ${problem.message.markdown.replaceAll("`", "")}`
      : problem.message.markdown,
  );
}

function settings(all: Files) {
  const loaded = load(all);
  if (loaded.kind !== "ok") throw new Error(`expected a configuration, got ${JSON.stringify(loaded)}`);
  const { config, sources } = loaded;
  return { window: parseInt(config.follow_up.window.text, 10), mode: config.mode, order: sources.map(({ name }) => name) };
}

const days = (count: number): string => `follow_up: { window: ${count} days }\n`;

describe("what is asked for", () => {
  test("nothing, where nothing builds on another", () => {
    expect(read({ "acme/shop": "mode: require\n", "acme/.github": "{}" }).asked).toEqual([]);
  });

  test("one level at a time, both chains at once", () => {
    const all = {
      "acme/shop": "extends: acme/one",
      "acme/one": "extends: acme/two",
      "acme/two": "{}",
      "acme/.github": "extends: globex/policy",
      "globex/policy": "{}",
    };
    expect(read(all).asked).toEqual([["globex/policy", "acme/one"], ["acme/two"]]);
  });

  test("a base that both name is asked for once, in whatever case", () => {
    const all = { "acme/shop": "extends: ACME/One", "acme/.github": "extends: acme/one", "acme/one": "{}" };
    expect(read(all).asked).toEqual([["acme/one"]]);
  });

  test("the organisation's repository is known already", () => {
    const all = { "acme/shop": "extends: acme/.GitHub", "acme/.github": days(3) };
    expect(read(all).asked).toEqual([]);
    expect(settings(all)).toMatchObject({ window: 3, order: [".github", "shop"] });
  });

  test("another owner only where the server's list has the base, and none that this one brings with it", () => {
    const all = { "acme/shop": "extends: globex/policy", "globex/policy": "extends: globex/more" };
    expect(read(all).asked).toEqual([["globex/policy"]]);
    expect(read({ "acme/shop": "extends: Globex/Policy", "globex/policy": "{}" }).asked).toEqual([["Globex/Policy"]]);
    expect(read(all, []).asked).toEqual([]);
  });

  test("nothing by a repository that opted out", () => {
    expect(read({ "acme/shop": "enabled: false\nextends: acme/one" }).asked).toEqual([]);
  });

  test.each([
    "acme/..",
    "../acme",
    "acme/one/two",
    "https://github.com/acme/one",
    "acme/one:file",
    "[acme/one]",
    "acme",
  ])("nothing by %s, which is an error with its line", (text) => {
    const all = { "acme/shop": `mode: advise\nextends: "${text}"\n` };
    expect(read(all).asked).toEqual([]);
    expect(problems(all)).toEqual([
      expect.stringMatching(/^acme\/shop:2 extends must be the name of one repository such as acme\/policy/),
    ]);
  });

  test("a key that is written in escapes is a key all the same", () => {
    expect(read({ "acme/shop": '"\\x65xtends": acme/one' }).asked).toEqual([["acme/one"]]);
  });
});

describe("merging", () => {
  test("what stands nearer wins: the repository, its bases, the organisation, the organisation's bases", () => {
    const all = {
      "acme/shop": "extends: acme/one\n",
      "acme/one": `extends: acme/two\nmode: advise\n`,
      "acme/two": days(2),
      "acme/.github": `extends: acme/three\nmode: require\n${days(4)}`,
      "acme/three": days(5),
    };
    expect(settings(all)).toEqual({ window: 2, mode: "advise", order: ["three", ".github", "two", "one", "shop"] });
    expect(settings({ ...all, "acme/two": "{}" })).toMatchObject({ window: 4 });
    expect(settings({ ...all, "acme/two": "{}", "acme/.github": "extends: acme/three" })).toMatchObject({ window: 5 });
  });

  test("a base in both chains counts once, where it is stronger", () => {
    const all = {
      "acme/shop": "extends: acme/one",
      "acme/.github": `extends: acme/one\n${days(4)}mode: require\n`,
      "acme/one": days(1),
    };
    expect(settings(all)).toEqual({ window: 1, mode: "require", order: [".github", "one", "shop"] });
  });

  test("the base of an organisation's file may have that organisation's file below it for itself", () => {
    const all = { "acme/shop": days(1), "acme/.github": `extends: acme/shop\n${days(2)}` };
    expect(settings(all)).toEqual({ window: 1, mode: "advise", order: [".github", "shop"] });
  });

  test("three bases one after the other are followed, and a fourth is an error that names them all", () => {
    const all = {
      "acme/shop": "extends: acme/one",
      "acme/one": "extends: acme/two",
      "acme/two": "extends: acme/three",
      "acme/three": days(3),
    };
    expect(settings(all)).toMatchObject({ window: 3, order: ["three", "two", "one", "shop"] });
    expect(problems({ ...all, "acme/three": "mode: advise\nextends: acme/four", "acme/four": "{}" })).toEqual([
      "acme/three:2 At most 3 bases are followed one after the other, and this is one more: " +
        "acme/shop → acme/one → acme/two → acme/three → acme/four.",
    ]);
  });

  test("a base does not decide since when a repository takes part", () => {
    const landedAt = new Date("2020-01-01T00:00:00Z");
    const loaded = load({
      "acme/shop": { files: [file("extends: acme/one", { landedAt: new Date("2026-01-01T00:00:00Z") })] },
      "acme/one": { files: [file("{}", { landedAt })] },
    });
    expect(loaded).toMatchObject({ kind: "ok", configuredAt: new Date("2026-01-01T00:00:00Z") });
  });

  test("a base can opt out all that build on it, unless they opt in", () => {
    expect(load({ "acme/shop": "extends: acme/one", "acme/one": "enabled: false" })).toEqual({ kind: "absent" });
    expect(load({ "acme/shop": "extends: acme/one\nenabled: true", "acme/one": "enabled: false" }).kind).toBe("ok");
  });

  test("a base that says require in a broken file still requires, unless something nearer says otherwise", () => {
    const all = { "acme/shop": "extends: acme/one", "acme/one": "mode: require\nruls: {}" };
    expect(load(all)).toMatchObject({ kind: "invalid", requires: true });
    expect(load({ ...all, "acme/shop": "extends: acme/one\nmode: advise" })).toMatchObject({ requires: false });
  });
});

describe("circles", () => {
  test.each([
    [{ "acme/shop": "extends: Acme/Shop" }, "acme/shop:1", "acme/shop → Acme/Shop"],
    [
      { "acme/shop": "extends: acme/one", "acme/one": "mode: advise\nextends: acme/shop" },
      "acme/one:2",
      "acme/shop → acme/one → acme/shop",
    ],
    [
      { "acme/shop": "extends: acme/one", "acme/one": "extends: acme/two", "acme/two": "extends: acme/ONE" },
      "acme/two:1",
      "acme/shop → acme/one → acme/two → acme/ONE",
    ],
    [{ "acme/shop": "{}", "acme/.github": "extends: acme/.github" }, "acme/.github:1", "acme/.github → acme/.github"],
  ])("%j is named with its way", (all, where, way) => {
    expect(problems(all)).toEqual([`${where} This goes round in a circle: ${way}.`]);
  });

  test("whoever may not be seen here is not named on the way", () => {
    const all = {
      "acme/shop": "extends: acme/one",
      "acme/one": { visibility: "private", files: [file("extends: acme/two")] },
      "acme/two": "extends: acme/shop",
    } as const;
    expect(problems(all)).toEqual([
      "acme/two:1 This goes round in a circle: acme/shop → a repository that cannot be named here → acme/two → acme/shop.",
    ]);
  });
});

describe("a base that cannot be used", () => {
  const shop = "mode: advise\nextends: acme/one\n";

  test("is not there, or not for us: GitHub answers the same", () => {
    expect(problems({ "acme/shop": shop })).toEqual([
      "acme/shop:2 acme/one does not exist under this name, or has no configuration that can be read here.",
    ]);
  });

  test("has no file, and everybody may see that", () => {
    expect(problems({ "acme/shop": shop, "acme/one": { files: [] } })).toEqual([
      "acme/shop:2 acme/one has neither .github/outcome.yml nor .github/outcome.yaml on its default branch.",
    ]);
  });

  test("has no file, which would tell the public that it exists", () => {
    const secret = { "acme/shop": shop, "acme/one": { visibility: "private", files: [] } } as const;
    expect(problems(secret)).toEqual(problems({ "acme/shop": shop }));
  });

  test("belongs to another owner", () => {
    expect(problems({ "acme/shop": "extends: initech/one", "initech/one": "{}" })).toEqual([
      "acme/shop:1 initech/one belongs to another owner, and is not among the bases that this server allows.",
    ]);
  });

  test("is not answered for: nothing is known then, but that a repository opted out", () => {
    const silent = { visibility: null, files: [], readable: false };
    expect(load({ "acme/shop": shop, "acme/one": silent })).toEqual({
      kind: "unreadable",
      place: { owner: "acme", name: "one" },
    });
    expect(load({ "acme/shop": "{}", "acme/.github": "extends: acme/one", "acme/one": silent }).kind).toBe(
      "unreadable",
    );
    expect(
      load({ "acme/shop": "enabled: false\n", "acme/.github": "extends: acme/one", "acme/one": silent }).kind,
    ).toBe("absent");
  });

  test("was not read: nothing is known either", () => {
    const reading = { repository: placeOf("acme/shop", shop), organisation: placeOf("acme/.github", hidden) };
    expect(loadConfig(reading).kind).toBe("unreadable");
  });

  test("is broken and less visible: only that is said", () => {
    const secret = { visibility: "private", files: [file("kestrel: dawn")] } as const;
    expect(problems({ "acme/shop": shop, "acme/one": secret })).toEqual([
      "A configuration that this one builds on is not valid. It cannot be quoted here: fewer people may see it.",
    ]);
  });
});

test("a private base applies in a public place, and is marked as not to be shown", () => {
  const loaded = load({
    "acme/shop": "extends: acme/one",
    "acme/one": { visibility: "private", files: [file("mode: require")] },
  });
  expect(loaded).toMatchObject({
    kind: "ok",
    config: { mode: "require" },
    sources: [{ visible: false }, { visible: true }],
  });
});

test("whoever wants to know of changes is told of every base that is named, also of one that cannot be used", () => {
  const all = { "acme/shop": "extends: acme/one", "acme/one": "extends: acme/two", "acme/.github": "extends: acme/x" };
  expect(namedBases(read(all).reading).map(({ name }) => name)).toEqual(["x", "one", "two"]);
  expect(namedBases(read({ "acme/shop": "{}" }).reading)).toEqual([]);
});
