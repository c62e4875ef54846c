import nock from "nock";
import { expect, test } from "vitest";
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

/** What stands at the default branch and at the head: a text is its own name for Git. */
interface Shop {
  readonly now?: Versions;
  readonly head?: Versions;
  readonly changed?: readonly string[];
}

function blob(text: string) {
  return { __typename: "Blob", oid: `oid of ${text}`, text, byteSize: text.length, isTruncated: false };
}

function shop({ now = {}, head = now }: Shop) {
  const file = ({ path }: { path: string }) => {
    const text = head[path];
    return text === undefined ? null : { oid: `oid of ${text}` };
  };
  const object = ({ expression }: { expression: string }) => {
    const [at, path = ""] = expression.split(/:(.*)/s);
    const text = (at === sha ? head : now)[path];
    return text === undefined ? null : blob(text);
  };
  const fields = { commits: paged([{ commit: commit({ file }) }]) };
  return repository({ object, defaultBranchRef: branch({}), pullRequest: () => pullRequest(fields) });
}

/** GitHub's list of changed files: how often it was asked. */
function listFiles(changed: readonly string[]): { asked: number } {
  const log = { asked: 0 };
  nock(api)
    .persist()
    .get("/repos/acme/shop/pulls/7/files")
    .query(true)
    .reply(() => {
      log.asked += 1;
      return [200, changed.map((filename) => ({ filename }))];
    });
  return log;
}

function failingAtHead({ expression }: { expression: string }) {
  return expression.startsWith(sha) ? graphqlError(null) : null;
}

async function readChange(given: Shop, reader = testReader()) {
  const files = listFiles(given.changed ?? []);
  const log = answerFrom({ repository: only(shop(given)) });
  const reading = await reader.readPullRequest(reference, { kind: "none" });
  if (reading === null) throw new Error("not read");
  const change = await reader.readConfigurationChange(reading);
  return { change, queries: log.queries.length, files, reading, reader };
}

test.each([
  ["neither has one", {}],
  ["both have the same", { now: { [yml]: "{}" } }],
])("nothing more is asked where %s", async (_title, given) => {
  const { change, queries, files } = await readChange(given);
  expect(change).toBeNull();
  expect([queries, files.asked]).toEqual([1, 0]);
});

test("a head that is only behind changes nothing, which is asked once", async () => {
  const given = { now: { [yml]: "new" }, head: { [yml]: "old" }, changed: ["src/a.ts", "docs/.github/outcome.yml"] };
  const { change, queries, files, reading, reader } = await readChange(given);
  expect(change).toBeNull();
  expect([queries, files.asked]).toEqual([1, 1]);
  await reader.readConfigurationChange(reading);
  expect(files.asked).toBe(1);
  await reader.readConfigurationChange({ ...reading, baseBranch: "next" });
  await reader.readConfigurationChange({ ...reading, headSha: "b".repeat(40) });
  expect(files.asked).toBe(3);
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

test("where GitHub does not list all files, it may have changed any", async () => {
  const changed = Array.from({ length: 3000 }, (_, n) => `src/${n}.ts`);
  const { change } = await readChange({ now: { [yml]: "a" }, head: { [yml]: "b" }, changed });
  expect(change?.changesMore).toBe(true);
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

test("a head whose files GitHub fails to read is an error", async () => {
  listFiles([yml]);
  const found = shop({ head: { [yml]: "{}" } });
  const object = failingAtHead;
  answerFrom({ repository: ({ name }: { name: string }) => (name === ".github" ? notFound() : { ...found, object }) });
  const reader = testReader();
  const reading = await reader.readPullRequest(reference, { kind: "none" });
  if (reading === null) throw new Error("not read");
  expect(await failureOf(reader.readConfigurationChange(reading))).toEqual({ kind: "unexpected" });
});
