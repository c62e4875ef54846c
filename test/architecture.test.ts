import { describe, expect, test } from "vitest";
import type { SourceFile } from "./support/source-files.ts";
import { readSourceFiles } from "./support/source-files.ts";

const source = readSourceFiles("src");
const everything = [...source, ...readSourceFiles("test", "scripts", "bench", "chaos")];
const paths = new Set(everything.map(({ path }) => path));

/** Composition roots: they may import everything, and only they import each other. */
const roots = new Set([
  "app.ts",
  "cli.ts",
  "intake.ts",
  "main.ts",
  "open-metrics.ts",
  "open-store.ts",
  "operator.ts",
  "runtime.ts",
  "serve.ts",
  "settings.ts",
]);

/** What each room may import besides itself. A name with a file or folder behind it means only that. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  core: [],
  sources: ["core"],
  config: ["core", "sources"],
  github: ["core/facts", "core/plan", "core/report", "core/follow-up", "sources/ports.ts"],
  jobs: ["core", "config", "sources", "queue"],
  webhooks: ["queue/job.ts", "core/statements/our-form.ts", "core/commands/may-hold-command.ts"],
  queue: [],
  outbound: [],
  server: [],
  cli: ["core", "config", "sources"],
  sandbox: [],
};

/** Inside core, each may import those before it. */
const orderOfCore = [
  "markdown",
  "candidates",
  "statements",
  "facts",
  "rules",
  "verdict",
  "follow-up",
  "report",
  "plan",
  "commands",
];

/** The sandbox is put together where the roots find it: with a store, an endpoint, and settings of its own making. */
const sandboxRoot = { path: "src/sandbox/start.ts", may: ["queue", "server", "settings.ts"] };

function inSource(path: string): string {
  return path.replace(/^src\//, "");
}

function roomOf(path: string): string {
  return inSource(path).split("/")[0] ?? "";
}

function isWithin(path: string, place: string): boolean {
  return inSource(path) === place || inSource(path).startsWith(`${place}/`);
}

function importsOf(files: readonly SourceFile[]): readonly (readonly [string, string])[] {
  return files.flatMap(({ path, imports }) => imports.map((to) => [path, to] as const));
}

function placeInCore(path: string): number {
  return orderOfCore.indexOf(path.split("/")[2] ?? "");
}

function told(imports: readonly (readonly [string, string])[]): readonly string[] {
  return imports.map(([from, to]) => `${from} imports ${to}`);
}

describe("who may import whom", () => {
  test("every import of ours is of a file that is there", () => {
    const missing = importsOf(everything).filter(([, to]) => !paths.has(to) && !to.endsWith(".json"));
    expect(told(missing)).toEqual([]);
  });

  test("every room is in the table", () => {
    const unknown = source.map(({ path }) => roomOf(path)).filter((room) => !roots.has(room) && !(room in rooms));
    expect(unknown).toEqual([]);
  });

  test("a room imports itself and what the table says", () => {
    const outside = importsOf(source).filter(([from, to]) => {
      const room = roomOf(from);
      if (roots.has(room) || room === roomOf(to)) return false;
      const may = [...(rooms[room] ?? []), ...(from === sandboxRoot.path ? sandboxRoot.may : [])];
      return !may.some((place) => isWithin(to, place));
    });
    expect(told(outside)).toEqual([]);
  });

  test("nothing but the main program imports the sandbox", () => {
    const intruders = importsOf(source).filter(
      ([from, to]) => roomOf(to) === "sandbox" && roomOf(from) !== "sandbox" && from !== "src/main.ts",
    );
    expect(told(intruders)).toEqual([]);
  });

  test("inside core, everything looks back in one order", () => {
    const core = source.filter(({ path }) => roomOf(path) === "core");
    expect(core.map(({ path }) => path).filter((path) => placeInCore(path) === -1)).toEqual([]);
    expect(told(importsOf(core).filter(([from, to]) => placeInCore(to) > placeInCore(from)))).toEqual([]);
  });

  test("no file imports itself by a detour", () => {
    expect(findCycle(new Map(source.map(({ path, imports }) => [path, imports])))).toEqual([]);
  });
});

/** The files of one cycle, in order; none where there is none. */
function findCycle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): readonly string[] => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const next of graph.get(path) ?? []) {
      const cycle = visit(next, [...way, path]);
      if (cycle.length > 0) return cycle;
    }
    done.add(path);
    return [];
  };
  return [...graph.keys()].map((path) => visit(path, [])).find((cycle) => cycle.length > 0) ?? [];
}

test("a cycle is found where there is one", () => {
  expect(
    findCycle(
      new Map([
        ["a", ["b"]],
        ["b", ["c"]],
        ["c", ["b"]],
      ]),
    ),
  ).toEqual(["b", "c", "b"]);
});

describe("the core is pure", () => {
  const core = source.filter(({ path }) => roomOf(path) === "core");
  const pure = new Set(["zod", "yaml", "markdown-it", "re2js", "minisearch", "temporal-polyfill"]);

  test("it imports no package that could reach out", () => {
    expect(
      core.flatMap((file) => file.packages.filter((name) => !pure.has(name)).map((name) => `${file.path} ${name}`)),
    ).toEqual([]);
  });

  test.each([
    ["the environment", /\bprocess\s*[.[]|node:process/],
    ["the clock", /\bDate\.now\b|\bnew Date\(\)|\bDate\(\)|\bperformance\./],
    ["chance", /\bMath\.random\b|\bcrypto\b/],
    ["the network", /\bfetch\(|\boctokit\b/i],
    ["timers", /\bset(?:Timeout|Interval|Immediate)\b/],
    ["the console", /\bconsole\./],
    ["promises", /\basync\b|\bawait\b|\bPromise\b/],
  ])("it does not touch %s", (_title, forbidden) => {
    expect(core.filter(({ text }) => forbidden.test(withoutComments(text))).map(({ path }) => path)).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/^\s*\/\/.*$/gm, "");
}

test("only the github room and the roots know Octokit and Probot", () => {
  const knowing = source.filter(({ packages }) =>
    packages.some((name) => /^@octokit\/(?:rest|core|request)|^probot$/.test(name)),
  );
  expect(
    knowing.map(({ path }) => path).filter((path) => roomOf(path) !== "github" && !roots.has(roomOf(path))),
  ).toEqual([]);
});

test("only rooms with guards of their own know the network", () => {
  const guarded = new Set(["github", "outbound", "sandbox", "server"]);
  const network = /"node:(?:dns|http|https|http2|net|tls|dgram)(?:\/promises)?"|(?<![.\w])fetch\(/;
  const knowing = source.filter(({ text }) => network.test(withoutComments(text))).map(({ path }) => path);
  expect(knowing.filter((path) => !guarded.has(roomOf(path)))).toEqual([]);
});

describe("files", () => {
  test("hold at most 250 lines", () => {
    const long = everything
      .map(({ path, text }) => [path, text.split("\n").length - 1] as const)
      .filter(([, lines]) => lines > 250);
    expect(long).toEqual([]);
  });

  test("are named in kebab-case for what they hold", () => {
    const named = everything.map(({ path }) => path.split("/").at(-1) ?? "");
    expect(named.filter((name) => !/^[a-z\d]+(?:-[a-z\d]+)*(?:\.test|\.config)?\.ts$/.test(name))).toEqual([]);
    expect(named.filter((name) => /^(?:utils?|helpers?|common|manager|types)\./.test(name))).toEqual([]);
  });
});
