import nock from "nock";
import { expect, test } from "vitest";
import type { KnownRepository } from "../../src/sources/ports.ts";
import { failureOf, testReader } from "./support/clients.ts";
import { answerFrom, api, graphqlError, notFound, paged } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";
import { branch, only, pullRequest, repository } from "./support/things.ts";

const shop = { owner: "acme", name: "shop" };
const yml = ".github/outcome.yml";
const yaml = ".github/outcome.yaml";

stayOffline();

function blob(text: string | null, fields: object = {}) {
  return {
    __typename: "Blob",
    oid: `oid of ${text}`,
    text,
    byteSize: text?.length ?? 0,
    isTruncated: false,
    ...fields,
  };
}

/** What stands at HEAD under each path. */
function files(byPath: Readonly<Record<string, unknown>>) {
  return ({ expression }: { expression: string }) => byPath[expression.replace("HEAD:", "")] ?? null;
}

function change(oid: string, committedDate: string, mergedAt: string | null = null) {
  return { oid, committedDate, associatedPullRequests: paged(mergedAt === null ? [] : [{ mergedAt }]) };
}

const organisation = repository({
  name: ".github",
  visibility: "INTERNAL",
  object: files({ [yaml]: blob("mode: require") }),
});

function both(fields: object, own: unknown = organisation) {
  const found = repository({ ...fields, pullRequest: () => pullRequest() });
  return { repository: ({ name }: { name: string }) => (name === ".github" ? own : found) };
}

async function readBoth(fields: object, own?: unknown) {
  answerFrom(both(fields, own));
  return readOne();
}

async function readOne(asked: KnownRepository = shop) {
  const reading = await testReader().readConfiguration(asked);
  if (reading === null) throw new Error("The repository can be seen");
  return reading;
}

test("the files of the repository and of its owner's .github repository come in one query", async () => {
  const log = answerFrom(both({ object: files({ [yml]: blob("mode: advise") }) }));
  const reading = await readOne();
  expect(log.queries).toHaveLength(1);
  expect(reading.repository).toMatchObject({
    ...shop,
    visibility: "public",
    readable: true,
    files: [{ path: yml, text: "mode: advise", bytes: 12 }],
  });
  expect(reading.organisation).toMatchObject({
    owner: "acme",
    name: ".github",
    visibility: "internal",
    readable: true,
    files: [{ path: yaml, text: "mode: require" }],
  });
});

test("they come with a pull request in the same way", async () => {
  const log = answerFrom(both({ object: files({ [yml]: blob("{}"), [yaml]: blob("{}") }) }));
  const reading = await testReader().readPullRequest({ ...shop, number: 7 }, { kind: "none" });
  expect(log.queries).toHaveLength(1);
  expect(reading?.configuration.repository.files.map((file) => file.path)).toEqual([yml, yaml]);
  expect(reading?.configuration.organisation.files).toHaveLength(1);
});

test("an owner without a .github repository has no configuration there, and that is known", async () => {
  const { organisation: place } = await readBoth({}, notFound());
  expect(place).toEqual({ owner: "acme", name: ".github", visibility: null, files: [], readable: true });
});

test.each([
  ["fails", graphqlError(null, "Something went wrong")],
  ["is forbidden", graphqlError("FORBIDDEN")],
])("when the .github repository %s, whether it holds a configuration is not known", async (_name, own) => {
  const { repository: place, organisation: ownerPlace } = await readBoth({}, own);
  expect(ownerPlace).toMatchObject({ readable: false, files: [] });
  expect(place.readable).toBe(true);
});

test.each([["repository"], ["organisation"]] as const)(
  "when only a file of the %s fails, the place is not readable and the rest is read",
  async (where) => {
    const failing = { object: files({ [yaml]: graphqlError(null, "timeout") }) };
    const own = where === "organisation" ? repository({ name: ".github", ...failing }) : notFound();
    answerFrom(both(where === "repository" ? failing : {}, own));
    const reading = await testReader().readPullRequest({ ...shop, number: 7 }, { kind: "none" });
    expect(reading?.configuration[where].readable).toBe(false);
    expect(reading?.title).toBe("Faster search");
  },
);

test("when only the history fails, the file is known and its age is not", async () => {
  const target = { __typename: "Commit", history: () => graphqlError(null, "timeout") };
  const { repository: place } = await readBoth({
    object: files({ [yml]: blob("{}") }),
    defaultBranchRef: { name: "main", target },
  });
  expect(place).toMatchObject({ readable: true, files: [{ path: yml, text: "{}", commit: null, landedAt: null }] });
});

test("a repository named .github is asked once", async () => {
  const log = answerFrom({ repository: () => organisation });
  const reading = await readOne({ owner: "acme", name: ".github" });
  expect(log.queries[0]).not.toContain("organisation:");
  expect(reading.repository.files).toHaveLength(1);
  expect(reading.organisation).toMatchObject({ files: [], readable: true });
});

test.each([
  ["too large for GitHub to hand out", blob("part of it", { isTruncated: true, byteSize: 2_000_000 }), 2_000_000],
  ["not text", blob(null, { byteSize: 9 }), 9],
])("a file that is %s has no text", async (_name, file, bytes) => {
  const { repository: place } = await readBoth({ object: files({ [yml]: file }) });
  expect(place.files).toMatchObject([{ text: null, bytes }]);
});

test("a directory of that name is no configuration", async () => {
  expect((await readBoth({ object: files({ [yml]: { __typename: "Tree" } }) })).repository.files).toEqual([]);
});

test("a repository without commits has no configuration", async () => {
  const { repository: place } = await readBoth({ defaultBranchRef: null });
  expect(place).toMatchObject({ files: [], readable: true });
});

const early = "2025-01-01T00:00:00Z";
const late = "2025-01-09T00:00:00Z";

test.each([
  ["with its first commit", [change("two", late), change("one", early)], new Date(early)],
  ["with the merge of its pull request", [change("two", late), change("one", early, late)], new Date(late)],
  ["when it was rebased after the merge", [change("two", late, early)], new Date(late)],
  ["at a time that is not known", Array.from({ length: 21 }, (_, n) => change(`c${n}`, early)), null],
])("a configuration landed %s", async (_name, changes, landedAt) => {
  const { repository: place } = await readBoth({
    object: files({ [yml]: blob("{}") }),
    defaultBranchRef: branch({ [yml]: changes }),
  });
  expect(place.files).toMatchObject([{ commit: changes[0]?.oid, landedAt }]);
});

test("a repository that cannot be seen is none, rather than one without a configuration", async () => {
  answerFrom({ repository: () => notFound() });
  expect(await testReader().readConfiguration(shop)).toBeNull();
});

test("a repository whose name was given away is read under its new one", async () => {
  const place = { databaseId: 501, object: files({ [yml]: blob("mode: require") }) };
  const store = { name: "store", object: files({ [yml]: blob("{}") }) };
  const known: Readonly<Record<string, object>> = { shop: repository(place), store: repository(store) };
  answerFrom({ repository: ({ name }: { name: string }) => known[name] ?? notFound() });
  nock(api)
    .get("/repositories/500")
    .reply(200, { name: "store", owner: { login: "acme" } });
  const reading = await readOne({ ...shop, repositoryId: 500 });
  expect(reading.repository).toMatchObject({ name: "store", files: [{ text: "{}" }] });
});

test("a repository that GitHub fails to read is an error", async () => {
  answerFrom({ repository: () => graphqlError(null) });
  expect(await failureOf(testReader().readConfiguration(shop))).toEqual({ kind: "unexpected" });
});

test("the renamed .github repository of an owner is not followed to its new name", async () => {
  const asked: unknown[] = [];
  const found = only(repository());
  answerFrom({
    repository: (args: { name: string; followRenames: boolean }) => {
      asked.push([args.name, args.followRenames]);
      return found(args);
    },
  });
  await testReader().readConfiguration(shop);
  expect(asked).toEqual([
    ["shop", true],
    [".github", false],
  ]);
});
