import nock from "nock";
import { expect, test } from "vitest";
import { failureOf, testReader } from "./support/clients.ts";
import { api } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";

const pull = {
  reference: { owner: "acme", name: "shop", number: 7 },
  state: "open",
  headSha: "a".repeat(40),
  baseBranch: "main",
  changedFiles: 300,
} as const;
const path = "/repos/acme/shop/pulls/7/files";

stayOffline();

/** `count` files in pages of a hundred, each page naming the next. */
function filesAnswer(count: number) {
  const pages = Math.max(1, Math.ceil(count / 100));
  for (let page = 1; page <= pages; page += 1) {
    const size = Math.min(100, count - (page - 1) * 100);
    const files = Array.from({ length: size }, (_, index) => ({ filename: `src/${page}-${index}.ts` }));
    const next = `<${api}${path}?per_page=100&page=${page + 1}>; rel="next"`;
    nock(api)
      .get(path)
      .query(page === 1 ? { per_page: 100 } : { per_page: 100, page })
      .reply(200, files, page < pages ? { link: next } : {});
  }
}

/** GitHub's comparison of the head with the base branch. */
function comparison(files?: readonly object[]) {
  const body = { merge_base_commit: { sha: "b".repeat(40) }, ...(files !== undefined && { files }) };
  nock(api)
    .get(`/repos/acme/shop/compare/main...${pull.headSha}`)
    .query({ per_page: 1, page: files === undefined ? 2 : 1 })
    .reply(200, body);
}

const few = { ...pull, changedFiles: 2 };

test("of few files all are those of the head that was read", async () => {
  comparison([{ filename: "new.md", previous_filename: "old.md" }, { filename: "a.md" }]);
  expect(await testReader().readPaths(few)).toEqual(["new.md", "old.md", "a.md"]);
});

test("where a comparison does not name all, they are listed", async () => {
  comparison(Array.from({ length: 300 }, (_, n) => ({ filename: `src/${n}.ts` })));
  filesAnswer(2);
  expect(await testReader().readPaths(few)).toHaveLength(2);
});

test.each([[300], [301], [2999]])("all of %i paths are listed", async (count) => {
  comparison();
  filesAnswer(count);
  const paths = await testReader().readPaths({ ...pull, changedFiles: count });
  expect(new Set(paths).size).toBe(count);
});

test("a list of another length may be that of another head", async () => {
  comparison();
  filesAnswer(299);
  expect(await testReader().readPaths(pull)).toBeNull();
});

test("more files than GitHub lists are no complete answer", async () => {
  comparison();
  filesAnswer(3000);
  expect(await testReader().readPaths({ ...pull, changedFiles: 3000 })).toBeNull();
});

test("what was merged is listed, under both names where it was renamed: its base has it by now", async () => {
  nock(api)
    .get(path)
    .query({ per_page: 100 })
    .reply(200, [{ filename: "new.md", previous_filename: "old.md" }, { filename: "a.md" }]);
  expect(await testReader().readPaths({ ...few, state: "merged" })).toEqual(["new.md", "old.md", "a.md"]);
});

test("a page that fails fails the whole, rather than leaving paths out", async () => {
  comparison();
  nock(api)
    .get(path)
    .query({ per_page: 100 })
    .reply(200, [{ filename: "a.md" }], { link: `<${api}${path}?page=2>; rel="next"` });
  nock(api).get(path).query({ page: 2 }).reply(500, {});
  expect(await failureOf(testReader().readPaths(pull))).toMatchObject({ kind: "status", status: 500 });
});
