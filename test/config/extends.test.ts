import { describe, expect, test } from "vitest";
import { namedBases } from "../../src/config/find-bases.ts";
import { loadConfig } from "../../src/config/load.ts";
import { days, hidden, load, placeOf, problems, read, settings } from "./bases.ts";
import { file } from "./reading.ts";

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
      "A configuration that this one builds on is not valid. It cannot be quoted here: not everybody who sees this repository may see it.",
    ]);
  });
});

describe("two private repositories have members of their own", () => {
  const shop = { visibility: "private", files: [file("extends: acme/one")] } as const;

  test("so that nothing is said of what is wrong in the other, nor that it is there", () => {
    const broken = { visibility: "private", files: [file("kestrel: dawn")] } as const;
    expect(problems({ "acme/shop": shop, "acme/one": broken }).join()).toContain("It cannot be quoted here");
    const empty = { visibility: "private", files: [] } as const;
    expect(problems({ "acme/shop": shop, "acme/one": empty })).toEqual(problems({ "acme/shop": shop }));
  });

  test("but the organisation's file is there for all", () => {
    const organisation = { visibility: "private", files: [file("kestrel: dawn")] } as const;
    const own = { ...shop, files: [file("{}")] };
    expect(problems({ "acme/shop": own, "acme/.github": organisation }).join()).toContain("kestrel is not a known key");
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
