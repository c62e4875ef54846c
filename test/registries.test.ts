import { describe, expect, test } from "vitest";
import { commands } from "../src/cli/index.ts";
import { commands as saidCommands } from "../src/core/commands/index.ts";
import { rules } from "../src/core/rules/index.ts";
import { exemptions } from "../src/core/verdict/exemptions/index.ts";
import { linkSources } from "../src/sources/links/index.ts";
import { providers } from "../src/sources/metrics/index.ts";
import { knownTrackers } from "../src/sources/trackers/index.ts";
import { readProjectFile, readSourceFiles } from "./support/source-files.ts";

const source = readSourceFiles("src");
const paths = new Set([...source, ...readSourceFiles("test")].map(({ path }) => path));

function filesIn(folder: string, maker: RegExp): readonly string[] {
  return source.filter(({ path, text }) => path.startsWith(`${folder}/`) && maker.test(text)).map(({ path }) => path);
}

describe("whatever can be added is registered and has its test", () => {
  test("rules", () => {
    expect(filesIn("src/core/rules", /= defineRule\(/).toSorted()).toEqual(
      rules.map(({ id }) => `src/core/rules/${id}.ts`).toSorted(),
    );
    expect(rules.map(({ id }) => `test/core/rules/${id}.test.ts`).filter((path) => !paths.has(path))).toEqual([]);
  });

  test("exemptions", () => {
    const ids = exemptions.map(({ id }) => id.replaceAll("_", "-"));
    expect(filesIn("src/core/verdict/exemptions", /= defineExemption\(/).toSorted()).toEqual(
      ids.map((id) => `src/core/verdict/exemptions/${id}.ts`).toSorted(),
    );
    expect(ids.map((id) => `test/core/verdict/exemptions/${id}.test.ts`).filter((path) => !paths.has(path))).toEqual(
      [],
    );
  });

  test("link sources", () => {
    const files = filesIn("src/sources/links", /satisfies LinkSource<"/);
    expect(files).toHaveLength(linkSources.length);
    const tests = files.map((path) => path.replace(/^src\/(.*)\.ts$/, "test/$1.test.ts"));
    expect(tests.filter((path) => !paths.has(path))).toEqual([]);
  });

  test("commands of the command line", () => {
    expect(filesIn("src/cli", /satisfies Command<"/).toSorted()).toEqual(
      commands.map(({ name }) => `src/cli/${name}.ts`).toSorted(),
    );
    expect(commands.map(({ name }) => `test/cli/${name}.test.ts`).filter((path) => !paths.has(path))).toEqual([]);
  });

  test("commands in comments", () => {
    expect(filesIn("src/core/commands", /const [a-z]+ = define(?:Command|Answer)\(/).toSorted()).toEqual(
      saidCommands.map(({ name }) => `src/core/commands/${name}.ts`).toSorted(),
    );
    const tests = saidCommands.map(({ name }) => `test/core/commands/${name}.test.ts`);
    expect(tests.filter((path) => !paths.has(path))).toEqual([]);
  });

  test("providers of metrics", () => {
    const folder = "src/sources/metrics";
    const files = filesIn(folder, /= defineProvider\(|provider: z\.literal\(/);
    expect(files.toSorted()).toEqual(providers.map(({ name }) => `${folder}/${name}.ts`).toSorted());
    const tests = providers.map(({ name }) => `test/sources/metrics/${name}.test.ts`);
    expect(tests.filter((path) => !paths.has(path))).toEqual([]);
  });

  test("trackers", () => {
    const files = filesIn("src/sources/trackers", /satisfies Tracker<"/);
    expect(files.toSorted()).toEqual(knownTrackers.map(({ name }) => `src/sources/trackers/${name}.ts`).toSorted());
    const tests = files.map((path) => path.replace(/^src\/(.*)\.ts$/, "test/$1.test.ts"));
    expect(tests.filter((path) => !paths.has(path))).toEqual([]);
  });

  test("jobs", () => {
    const kinds = Array.from(
      readProjectFile("src/queue/job.ts").matchAll(/define\(\{\s*kind: "([a-z-]+)"/g),
      ([, kind = ""]) => kind,
    );
    const handlers = readProjectFile("src/jobs/index.ts");
    expect(kinds.length).toBeGreaterThan(0);
    expect(kinds.filter((kind) => !paths.has(`src/jobs/${kind}.ts`) || !handlers.includes(`"./${kind}.ts"`))).toEqual(
      [],
    );
  });
});
