import nock from "nock";
import { expect, test } from "vitest";
import { failureOf, testReader } from "./support/clients.ts";
import { api } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";

const reference = { owner: "acme", name: "shop", number: 7 };
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

test.each([[0], [1], [100], [101], [2999]])("all of %i paths are read", async (count) => {
  filesAnswer(count);
  const paths = await testReader().readPaths(reference);
  expect(new Set(paths).size).toBe(count);
});

test("more files than GitHub lists are no complete answer", async () => {
  filesAnswer(3000);
  expect(await testReader().readPaths(reference)).toBeNull();
});

test("a renamed file counts under both names", async () => {
  nock(api)
    .get(path)
    .query({ per_page: 100 })
    .reply(200, [{ filename: "new.md", previous_filename: "old.md" }, { filename: "a.md" }]);
  expect(await testReader().readPaths(reference)).toEqual(["new.md", "old.md", "a.md"]);
});

test("a page that fails fails the whole, rather than leaving paths out", async () => {
  nock(api)
    .get(path)
    .query({ per_page: 100 })
    .reply(200, [{ filename: "a.md" }], { link: `<${api}${path}?page=2>; rel="next"` });
  nock(api).get(path).query({ page: 2 }).reply(500, {});
  expect(await failureOf(testReader().readPaths(reference))).toMatchObject({ kind: "status", status: 500 });
});
