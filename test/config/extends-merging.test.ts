import { expect, test } from "vitest";
import { days, load, problems, read, settings } from "./bases.ts";
import { file } from "./reading.ts";

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

test("of a hundred bases one after the other, three are asked for", () => {
  const chain = Array.from({ length: 100 }, (_, n) => [`acme/base${n}`, `extends: acme/base${n + 1}`]);
  const all = Object.fromEntries([["acme/shop", "extends: acme/base0"], ...chain]);
  expect(read(all).asked).toEqual([["acme/base0"], ["acme/base1"], ["acme/base2"]]);
  expect(problems(all)).toEqual([expect.stringMatching(/^acme\/base2:1 At most 3 bases are followed/)]);
});
