import nock from "nock";
import { expect, test } from "vitest";
import { failureOf, testReader } from "./support/clients.ts";
import { api } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";

stayOffline();

const shop = { owner: "acme", name: "shop" };
const commit = "c".repeat(40);
const mergedAt = new Date("2025-02-02T10:00:00Z");
const day = (number: number) => new Date(Date.UTC(2025, 1, number, 12)).toISOString();

interface Release {
  readonly tag_name: string;
  readonly published_at: string | null;
  readonly draft?: boolean;
  readonly prerelease?: boolean;
}

/** Newest first, as GitHub lists them. */
function released(releases: readonly Release[]) {
  const all = releases.map((one) => ({ draft: false, prerelease: false, ...one }));
  nock(api).get("/repos/acme/shop/releases?per_page=100").reply(200, JSON.stringify(all), json);
}

const json = { "content-type": "application/json" };

function compares(tag: string, status: string | number, sha = commit) {
  const reply = typeof status === "number" ? { message: "Not Found" } : { status, commits: [] };
  nock(api)
    .get(`/repos/acme/shop/compare/${encodeURIComponent(`${tag}...${sha}`)}?per_page=1&page=2`)
    .reply(typeof status === "number" ? status : 200, reply);
}

const find = (merges = [{ commit, mergedAt }]) => testReader().findReleases(shop, merges);

test("the first release after the merge that holds its commit is found, the oldest first", async () => {
  released([
    { tag_name: "v3", published_at: day(9) },
    { tag_name: "v2", published_at: day(5) },
    { tag_name: "v1", published_at: day(1) },
  ]);
  compares("v2", "behind");
  expect(await find()).toEqual(new Map([[commit, new Date(day(5))]]));
});

test.each([
  ["of another line", "diverged"],
  ["from before the commit", "ahead"],
  ["whose tag is gone", 404],
])("a release %s does not hold it, and the next is asked about", async (_name, status) => {
  released([
    { tag_name: "v3", published_at: day(9) },
    { tag_name: "v2", published_at: day(5) },
  ]);
  compares("v2", status);
  compares("v3", "identical");
  expect(await find()).toEqual(new Map([[commit, new Date(day(9))]]));
});

test("drafts, pre-releases and what was never published count for nothing", async () => {
  released([
    { tag_name: "v4", published_at: day(9), draft: true },
    { tag_name: "v3", published_at: day(8), prerelease: true },
    { tag_name: "v2", published_at: null },
  ]);
  expect(await find()).toEqual(new Map());
});

test("no more than the first five releases and the two newest are compared with a commit", async () => {
  const days = [11, 10, 9, 8, 7, 6, 5, 4];
  released(days.map((number) => ({ tag_name: `v${number}`, published_at: day(number) })));
  for (const number of days.filter((one) => one !== 9)) compares(`v${number}`, "diverged");
  expect(await find()).toEqual(new Map());
});

test("the first release that holds it is found behind many of another line, whichever is the newest", async () => {
  const days = [12, 11, 10, 9, 8, 7, 6, 5, 4];
  released(days.map((number) => ({ tag_name: `v${number}`, published_at: day(number) })));
  for (const number of [4, 5, 6, 7, 8, 9, 11]) compares(`v${number}`, "diverged");
  for (const number of [10, 12]) compares(`v${number}`, "behind");
  expect(await find()).toEqual(new Map([[commit, new Date(day(10))]]));
});

test("the releases are listed once for all commits", async () => {
  const other = "d".repeat(40);
  released([{ tag_name: "release/2", published_at: day(9) }]);
  compares("release/2", "behind");
  compares("release/2", "diverged", other);
  expect(
    await find([
      { commit, mergedAt },
      { commit: other, mergedAt },
    ]),
  ).toEqual(new Map([[commit, new Date(day(9))]]));
});

test("without commits nothing is asked", async () => {
  expect(await find([])).toEqual(new Map());
});

test("a comparison that fails is no no", async () => {
  released([{ tag_name: "v2", published_at: day(9) }]);
  compares("v2", 502);
  expect(await failureOf(find())).toMatchObject({ status: 502 });
});
