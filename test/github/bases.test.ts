import { expect, test } from "vitest";
import type { RepositoryName } from "../../src/core/facts/reference.ts";
import { testReader } from "./support/clients.ts";
import { answerFrom, graphqlError, notFound } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";
import { repository } from "./support/things.ts";

const shop = { owner: "acme", name: "shop" };

stayOffline();

function base(name: string): RepositoryName {
  return { owner: "acme", name };
}

/** Asks for these, level by level. */
function levels(...all: readonly (readonly RepositoryName[])[]) {
  let next = 0;
  return () => all[next++] ?? [];
}

const text = { __typename: "Blob", oid: "c0ffee", text: "{}", byteSize: 2, isTruncated: false };
const withFile = { object: ({ expression }: { expression: string }) => (expression.endsWith(".yml") ? text : null) };

interface Asked {
  readonly name: string;
  readonly followRenames: boolean;
}

function answer(byName: Readonly<Record<string, unknown>>) {
  const asked: Asked[] = [];
  const log = answerFrom({
    repository: (args: Asked) => {
      asked.push({ name: args.name, followRenames: args.followRenames });
      if (args.name === ".github") return notFound();
      return args.name === "shop" ? repository() : (byName[args.name] ?? notFound());
    },
  });
  return { log, asked };
}

async function readBases(byName: Readonly<Record<string, unknown>>, ...names: readonly string[]) {
  answer(byName);
  const reader = testReader({ findBases: levels(names.map(base)) });
  return (await reader.readConfiguration({ ...shop, repositoryId: 500 }))?.bases;
}

test("nothing is asked where nothing builds on another", async () => {
  const { log } = answer({});
  const reading = await testReader({ findBases: levels() }).readConfiguration({ ...shop, repositoryId: 500 });
  expect(log.queries).toHaveLength(1);
  expect(reading?.bases).toBeUndefined();
});

test("each level is one query, and a name that was given away is not followed", async () => {
  const { log, asked } = answer({ one: repository(withFile), two: repository(), three: repository(withFile) });
  const findBases = levels([base("one"), base("two")], [base("three")]);
  const reading = await testReader({ findBases }).readConfiguration({ ...shop, repositoryId: 500 });
  expect(log.queries).toHaveLength(3);
  expect(asked.slice(2)).toEqual(["one", "two", "three"].map((name) => ({ name, followRenames: false })));
  expect(reading?.bases?.map(({ name, files }) => [name, files.length])).toEqual([
    ["one", 1],
    ["two", 0],
    ["three", 1],
  ]);
});

test.each([
  ["not there, or not for us", notFound()],
  ["forbidden", graphqlError("FORBIDDEN")],
  ["one whose files are forbidden", repository({ object: () => graphqlError("FORBIDDEN") })],
])("a base that is %s shows nothing", async (_title, found) => {
  expect(await readBases({ one: found }, "one")).toEqual([
    { ...base("one"), visibility: null, files: [], readable: true },
  ]);
});

test.each([
  ["fails", graphqlError(null)],
  ["has a file that fails", repository({ object: () => graphqlError(null) })],
])("a base that %s is not readable, and others are", async (_title, found) => {
  expect(await readBases({ one: found, two: repository(withFile) }, "one", "two")).toMatchObject([
    { name: "one", readable: false, files: [] },
    { name: "two", readable: true, files: [{ text: "{}" }] },
  ]);
});

test("when only a base's history fails, its file is known", async () => {
  const target = { __typename: "Commit", history: () => graphqlError(null, "timeout") };
  const found = repository({ ...withFile, defaultBranchRef: { name: "main", target } });
  expect(await readBases({ one: found }, "one")).toMatchObject([
    { readable: true, files: [{ text: "{}", commit: null, landedAt: null }] },
  ]);
});
