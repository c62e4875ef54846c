import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { loadConfig } from "../../src/config/load.ts";
import { configSchema } from "../../src/config/schema.ts";
import { file, place, reading } from "./reading.ts";

/** Pieces of YAML and of our own schema, from which texts are made that come near to a configuration. */
const piece = fc.constantFrom(
  ..."\n|\n  |\n    |\t| |: |- |? |, |{|}|[|]|'|\"|#|&a |*a|!!str |!x |>\n|%YAML 1.1\n|---\n|...\n|<<|\r\n|\u0000|\ufeff|\u2028|😀|\\x".split(
    "|",
  ),
  ..."mode|rules|links-problem|require|advise|off|level|enabled|true|null|labels|due|color|000000|follow_up|window".split(
    "|",
  ),
  ..."14 days|time_zone|UTC|__proto__|constructor|toString|exemptions|size|-1|1e999|.nan|0x10|comments|never".split(
    "|",
  ),
  "|",
);
const nearYaml = fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join(""));
const anyText = fc.oneof(nearYaml, fc.string({ unit: "binary", maxLength: 500 }), fc.string({ maxLength: 500 }));

/** Any value under keys of ours and of others. */
const key = fc.oneof(
  fc.constantFrom(...Object.keys(configSchema.shape), "__proto__", "constructor", "prototype", "hasOwnProperty"),
  fc.string({ maxLength: 8 }),
);
const { value: anyValue } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, fc.jsonValue({ maxDepth: 0 }), fc.array(tie("value")), tie("map")),
  map: fc.dictionary(key, tie("value"), { maxKeys: 4 }),
}));

const untouched = Object.getOwnPropertyNames(Object.prototype);

describe("any text as configuration", () => {
  test("gives a configuration or located errors, inside the text, and is never thrown at anybody", () => {
    fc.assert(
      fc.property(anyText, anyText, (own, organisation) => {
        const loaded = loadConfig(reading(own, organisation));
        expect(["ok", "absent", "invalid"]).toContain(loaded.kind);
        if (loaded.kind !== "invalid") return;
        const texts = new Map([
          ["shop", own],
          [".github", organisation],
        ]);
        const outside = loaded.problems.filter(
          (problem) => !problem.visible || !isInside(texts.get(problem.name) ?? "", problem.line, problem.column),
        );
        expect(outside).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  test("any values under any keys are a configuration or named, and change no prototype", () => {
    fc.assert(
      fc.property(fc.dictionary(key, anyValue), (value) => {
        const loaded = loadConfig(reading(stringify(value)));
        expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(untouched);
        return loaded.kind !== "ok" || Object.getPrototypeOf(loaded.config) === Object.prototype;
      }),
      { numRuns: 500 },
    );
  });

  test("what is said of it is one line without anything that GitHub would act on", () => {
    const hostile = fc.constantFrom(
      "@everyone",
      "Fixes #1",
      "<!-- outcome -->",
      "<img src=x>",
      "[x](http://y)",
      "`",
      "``",
      "\n",
    );
    const word = fc.array(hostile, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(" "));
    fc.assert(
      fc.property(word, word, (unknown, value) => {
        const loaded = loadConfig(reading(stringify({ [unknown]: 1, mode: value, comments: { grace: value } })));
        const messages = loaded.kind === "invalid" ? loaded.problems.map(({ message }) => message.markdown) : [];
        expect(messages.length).toBeGreaterThan(0);
        expect(messages.map(outsideCode).filter((message) => /[\n@<#[]/.test(message))).toEqual([]);
      }),
    );
  });

  test.each([
    "[",
    "{a: ",
    "- ",
    "? ",
    "a:\n\t",
    "---\n",
    "&a ",
    "!a ",
    "%\n",
    "#\n",
    "k: |\n",
    ", ",
    "]",
    '"\\x',
    "'",
    "\n",
    "a: 1\n",
  ])("64 KiB of %j are answered", (repeated) => {
    const text = repeated.repeat(Math.floor((64 * 1024) / repeated.length));
    for (const start of ["", "[", 'a: "', "mode: require\n"]) {
      const loaded = loadConfig(reading((start + text).slice(0, 64 * 1024)));
      expect(["ok", "invalid"]).toContain(loaded.kind);
    }
  });
});

test("merging with an empty file on either side changes nothing", () => {
  const settings = fc.record(
    {
      mode: fc.constantFrom("advise", "require"),
      rules: fc.dictionary(
        fc.constantFrom("links-problem", "states-hypothesis"),
        fc.constantFrom("off", "note", "require"),
      ),
      problems: fc.record({ labels: fc.array(fc.string()), parents: fc.boolean() }, { requiredKeys: [] }),
      comments: fc.constantFrom("never", { when: "always" }, { grace: "5 minutes" }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(settings, (value) => {
      const text = stringify(value);
      const alone = configOf(text, null);
      expect(alone).toBeDefined();
      expect(configOf(text, "{}")).toEqual(alone);
      expect(configOf("{}", text)).toEqual(alone);
      expect(configOf(text, text)).toEqual(alone);
    }),
  );
});

function configOf(own: string | null, organisation: string | null): unknown {
  const loaded = loadConfig({
    repository: place({ files: own === null ? [] : [file(own)] }),
    organisation: place({ name: ".github", files: organisation === null ? [] : [file(organisation)] }),
  });
  return loaded.kind === "ok" ? loaded.config : undefined;
}

function isInside(text: string, line: number, column: number): boolean {
  const found = text.split("\n")[line - 1];
  return found !== undefined && column >= 1 && column <= found.length + 1;
}

function outsideCode(markdown: string): string {
  return markdown.replaceAll(/(`+)(?!`).*?[^`]\1(?!`)/g, "");
}
