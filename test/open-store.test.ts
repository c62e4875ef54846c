import { expect, test } from "vitest";
import { openStore } from "../src/open-store.ts";
import { createPostgresDatabase } from "./support/postgres-database.ts";
import { postgresUrl } from "./support/stores.ts";

test("a database that is not there is told with its variable, and without its password", async () => {
  // Nothing listens at port 1.
  const databaseUrl = "postgres://ada:difference-engine@127.0.0.1:1/outcome";
  const opening = openStore({ databaseUrl, dataDir: "unused" }, () => {});
  await expect(opening).rejects.toThrow(/^The database of DATABASE_URL could not be opened: .*ECONNREFUSED/);
  await expect(opening).rejects.not.toThrow("difference-engine");
});

test("a folder that cannot be made is told with its variable", async () => {
  const dataDir = new URL(import.meta.url).pathname;
  await expect(openStore({ databaseUrl: undefined, dataDir }, () => {})).rejects.toThrow(
    /^The folder of DATA_DIR cannot be used: ENOTDIR/,
  );
});

test("a host with several addresses is told with what went wrong at each", async () => {
  const opening = openStore({ databaseUrl: "postgres://ada@localhost:1/outcome", dataDir: "unused" }, () => {});
  await expect(opening).rejects.toThrow("ECONNREFUSED");
});

test.skipIf(postgresUrl === undefined)("the database that is named is opened (TEST_DATABASE_URL)", async () => {
  const { url, drop } = await createPostgresDatabase(postgresUrl ?? "");
  const store = await openStore({ databaseUrl: url, dataDir: "unused" }, () => {});
  expect(store.sharing).toBe("several-processes");
  await store.close();
  await drop();
});
