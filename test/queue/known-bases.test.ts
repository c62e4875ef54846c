import { expect, onTestFinished, test } from "vitest";
import { threadIndex } from "../../src/queue/thread-index.ts";
import { openTestStore } from "../support/store.ts";

const shop = { installation: 7, repositoryId: 70, owner: "acme", name: "shop" };
const till = { installation: 7, repositoryId: 71, owner: "acme", name: "till" };
const other = { installation: 8, repositoryId: 90, owner: "globex", name: "site" };
const policy = { owner: "acme", name: "policy" };
const more = { owner: "acme", name: "more" };

async function openIndex() {
  const database = await openTestStore();
  onTestFinished(() => database.close());
  return threadIndex(database);
}

test("those that build on a repository are told, in whatever case it is written, whoever installed the app there", async () => {
  const index = await openIndex();
  await index.replaceBases(till, [policy]);
  await index.replaceBases(shop, [{ owner: "ACME", name: "Policy" }, policy, more]);
  await index.replaceBases(other, [policy]);
  expect(await index.repositoriesBuildingOn({ owner: "Acme", name: "POLICY" })).toEqual([shop, till, other]);
  expect(await index.repositoriesBuildingOn(more)).toEqual([shop]);
});

test("what a repository no longer builds on does not wake it", async () => {
  const index = await openIndex();
  await index.replaceBases(shop, [policy, more]);
  await index.replaceBases(shop, [more]);
  expect(await index.repositoriesBuildingOn(policy)).toEqual([]);
  await index.replaceBases(shop, []);
  expect(await index.repositoriesBuildingOn(more)).toEqual([]);
});

test("a repository is told under the name that it had when it was looked at last", async () => {
  const index = await openIndex();
  await index.replaceBases(shop, [policy]);
  await index.replaceBases({ ...shop, name: "store" }, [policy]);
  expect(await index.repositoriesBuildingOn(policy)).toEqual([{ ...shop, name: "store" }]);
});

test("of an installation that was removed nothing is kept", async () => {
  const index = await openIndex();
  await index.replaceBases(shop, [policy]);
  await index.replaceBases(other, [policy]);
  await index.forgetInstallation(7);
  expect(await index.repositoriesBuildingOn(policy)).toEqual([other]);
});
