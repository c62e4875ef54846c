import nock from "nock";
import { describe, expect, test } from "vitest";
import type { ConfigurationReading } from "../../src/sources/ports.ts";
import { failureOf, testReader } from "./support/clients.ts";
import { answerFrom, api, graphqlError, notFound, paged } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";
import { branch, commit, only, pullRequest, repository } from "./support/things.ts";

const [yml, yaml] = [".github/outcome.yml", ".github/outcome.yaml"];
const sha = "a".repeat(40);
const reference = { owner: "acme", name: "shop", number: 7 };

stayOffline();

type Versions = Readonly<Record<string, string>>;

const mergeBase = "c".repeat(40);

/** What stands at the default branch, at the head and where it left its base: a text is its own name for Git. */
interface Shop {
  readonly now?: Versions;
  readonly head?: Versions;
  readonly before?: Versions;
  readonly changed?: readonly string[];
  readonly changedFiles?: number;
}

function blob(text: string) {
  return { __typename: "Blob", oid: `oid of ${text}`, text, byteSize: text.length, isTruncated: false };
}

function shop({ now = {}, head = now, before = {}, changedFiles = 2 }: Shop) {
  const file = ({ path }: { path: string }) => {
    const text = head[path];
    return text === undefined ? null : { oid: `oid of ${text}`, type: "blob" };
  };
  const object = ({ expression }: { expression: string }) => {
    const [at = "", path = ""] = expression.split(/:(.*)/s);
    const versions = { [sha]: head, [mergeBase]: before }[at] ?? now;
    const text = versions[path];
    return text === undefined ? null : blob(text);
  };
  const fields = { changedFiles, commits: paged([{ commit: commit({ file }) }]) };
  return repository({ object, defaultBranchRef: branch({}), pullRequest: () => pullRequest(fields) });
}

/** GitHub's comparison of the head commit with the base branch: which pages of it were asked for. */
function compare(changed: readonly string[]): { asked: string[] } {
  const log = { asked: [] as string[] };
  nock(api)
    .persist()
    .get(/^\/repos\/acme\/shop\/compare\//)
    .query(true)
    .reply((request: Request) => {
      const url = new URL(request.url);
      log.asked.push(
        `${url.pathname
          .split("/")
          .at(-1)
          ?.replaceAll(/(.)\1{39}/g, "$1")} ${url.searchParams.get("page")}`,
      );
      const files = url.searchParams.get("page") === "1" ? { files: changed.map((filename) => ({ filename })) } : {};
      return [200, { merge_base_commit: { sha: mergeBase }, ...files }];
    });
  return log;
}

function withObject(given: Shop, object: unknown) {
  const found = { ...shop(given), object };
  answerFrom({ repository: ({ name }: { name: string }) => (name === ".github" ? notFound() : found) });
}

async function readOnly(reader = testReader()) {
  const reading = await reader.readPullRequest(reference, { kind: "none" });
  if (reading === null) throw new Error("not read");
  return { reading, reader };
}

async function readChange(given: Shop, using = testReader()) {
  const files = compare(given.changed ?? []);
  const log = answerFrom({ repository: only(shop(given)) });
  const { reading, reader } = await readOnly(using);
  const change = await reader.readConfigurationChange(reading);
  return { change, queries: log.queries.length, files, reading, reader };
}

test.each([
  ["neither has one", {}],
  ["both have the same", { now: { [yml]: "{}" } }],
])("nothing more is asked where %s", async (_title, given) => {
  const { change, queries, files } = await readChange(given);
  expect(change).toBeNull();
  expect([queries, files.asked]).toEqual([1, []]);
});

const behind = { now: { [yml]: "new" }, head: { [yml]: "old" } };

test("a head that is only behind changes nothing, which is asked once", async () => {
  const changed = ["src/a.ts", "docs/.github/outcome.yml"];
  const { change, queries, files, reading, reader } = await readChange({ ...behind, changed });
  expect(change).toBeNull();
  expect([queries, files.asked]).toEqual([1, ["main...a 1"]]);
  await reader.readConfigurationChange(reading);
  expect(files.asked).toHaveLength(1);
  await reader.readConfigurationChange({ ...reading, baseBranch: "next" });
  await reader.readConfigurationChange({ ...reading, headSha: "b".repeat(40) });
  expect(files.asked).toEqual(["main...a 1", "next...a 1", "main...b 1"]);
});

test("it is asked again once the default branch has other files", async () => {
  const { files, reading, reader } = await readChange({ ...behind, changed: ["src/a.ts"] });
  const { configuration } = reading;
  const without = { ...configuration, repository: { ...configuration.repository, files: [] } };
  await reader.readConfigurationChange({ ...reading, configuration: without });
  expect(files.asked).toHaveLength(2);
});

test.each<[string, Shop, boolean, readonly object[]]>([
  ["added", { head: { [yml]: "{}" }, changed: [yml] }, false, [{ path: yml, text: "{}" }]],
  ["changed among others", { now: { [yml]: "a" }, head: { [yml]: "b" }, changed: ["x", yml] }, true, [{ text: "b" }]],
  ["removed", { now: { [yml]: "a" }, head: {}, changed: [yml] }, false, []],
  ["renamed", { now: { [yml]: "a" }, head: { [yaml]: "a" }, changed: [yaml] }, false, [{ path: yaml, text: "a" }]],
])("one that was %s is read from the head", async (...[, given, changesMore, files]) => {
  const { change, queries } = await readChange(given);
  expect(change).toMatchObject({
    changesMore,
    proposed: { repository: { owner: "acme", name: "shop", visibility: "public", files } },
  });
  expect(change?.proposed.repository.files.map((file) => [file.commit, file.landedAt])).toEqual(
    files.map(() => [sha, null]),
  );
  expect(queries).toBe(2);
});

describe.each([
  ["which is known before", { changedFiles: 300 }, "main...a 2"],
  ["which is seen only then", { changed: Array.from({ length: 300 }, (_, n) => `src/${n}.ts`) }, "main...a 1"],
])("where GitHub does not name all files, %s", (_title, huge, asked) => {
  test("one that is only behind is told by what stood where it left its base, once", async () => {
    const given = { ...behind, ...huge, before: { [yml]: "old" } };
    const { change, queries, files, reading, reader } = await readChange(given);
    expect(change).toBeNull();
    expect([queries, files.asked]).toEqual([2, [asked]]);
    await reader.readConfigurationChange(reading);
    expect(files.asked).toEqual([asked]);
  });

  test("one that changes it may have changed any other", async () => {
    const { change } = await readChange({ ...behind, ...huge, before: { [yml]: "new" } });
    expect(change?.changesMore).toBe(true);
  });
});

test("a head that has nothing in common with its base changes it, and more", async () => {
  nock(api)
    .get(/compare/)
    .query(true)
    .reply(404, { message: "No common ancestor between main and a." });
  answerFrom({ repository: only(shop(behind)) });
  const { reading, reader } = await readOnly();
  expect((await reader.readConfigurationChange(reading))?.changesMore).toBe(true);
});

test("a folder of its name is no configuration", async () => {
  const fields = { commits: paged([{ commit: commit({ file: { oid: "a folder", type: "tree" } }) }]) };
  answerFrom({ repository: only({ ...shop({}), pullRequest: () => pullRequest(fields) }) });
  const { reading } = await readOnly();
  expect(reading.headConfiguration).toEqual([null, null]);
});

test("what it would build on is read as well", async () => {
  const policy = { owner: "acme", name: "policy" };
  const findBases = ({ repository: { files }, bases }: ConfigurationReading) =>
    files.some(({ text }) => text === "extends") && bases === undefined ? [policy] : [];
  const { change, queries } = await readChange(
    { head: { [yml]: "extends" }, changed: [yml] },
    testReader({ findBases }),
  );
  expect(change?.proposed.bases).toMatchObject([policy]);
  expect(queries).toBe(3);
});

const given = { head: { [yml]: "{}" } };

test.each<[string, () => unknown]>([
  ["GitHub fails to read", () => graphqlError(null)],
  ["may not be read", () => graphqlError("FORBIDDEN")],
  ["GitHub does not find yet", () => null],
  ["are others than they were a moment ago", () => blob("other")],
])("a head whose files %s is an error, and not one without a file", async (_title, answerAtHead) => {
  compare([yml]);
  withObject(given, ({ expression }: { expression: string }) => (expression.startsWith(sha) ? answerAtHead() : null));
  const { reading, reader } = await readOnly();
  expect(await failureOf(reader.readConfigurationChange(reading))).toEqual({ kind: "unexpected" });
});
