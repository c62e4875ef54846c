import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { openEmbeddedDatabase } from "../src/queue/pglite.ts";
import { optOutIndex } from "../src/queue/known-opt-outs.ts";
import { policyIndex } from "../src/queue/known-policies.ts";
import { findPostgresStore } from "../src/queue/find-postgres-store.ts";
import { openPostgres } from "../src/queue/postgres.ts";
import { openQueue } from "../src/queue/queue.ts";
import type { Serving } from "../src/serve.ts";
import { serve } from "../src/serve.ts";
import { readSettings } from "../src/settings.ts";
import { newKeys } from "../src/sandbox/github/simulated-github.ts";
import { moveToPostgres, openJobs, openReports } from "../src/operator.ts";
import { type Ran, run } from "./cli/run.ts";
import { startOutcome } from "./cli/start-outcome.ts";
import { createPostgresDatabase } from "./support/postgres-database.ts";
import { delivery, reconcile } from "./support/queue.ts";
import { silentLogger } from "./support/silent-logger.ts";
import { loadTemplate } from "./support/store.ts";
import { postgresUrl } from "./support/stores.ts";

const id = "3f2a91c0-0000-4000-8000-000000000000";
// Put together here, so that nobody's scanner takes this file for a leak.
const token = ["ghs", "_16C7e42F292c6912E7710c838347Ae178B4a"].join("");

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "outcome-operator-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

type Variables = Readonly<Record<string, string>>;

/** As `cli.ts` runs it, in this process: starting one takes longer than most commands. */
async function outcome(args: readonly string[], variables: Variables): Promise<Ran> {
  const reach = {
    openJobs: () => openJobs(variables),
    openReports: () => openReports(variables),
    now: () => new Date("2026-03-10T10:00:00Z"),
    move: (existing: "refuse" | "replace") => moveToPostgres(variables, existing),
  };
  try {
    return await run(args, "", reach);
  } catch (error) {
    // What `cli.ts` does with it.
    return { code: 1, output: "", errors: `outcome: ${error instanceof Error ? error.message : String(error)}\n` };
  }
}

/** A data folder whose store holds one job that was given up on, and one that waits. */
async function folderWithJobs(): Promise<string> {
  const folder = await newFolder();
  const database = await openEmbeddedDatabase(join(folder, "store"), { template: await loadTemplate() });
  const queue = await openQueue({ database, logger: silentLogger });
  await queue.record(delivery("a"), [reconcile(1)]);
  await database.query(
    `INSERT INTO pgboss.job (id, name, data, singleton_key, source_created_on, source_retry_count, source_output)
     VALUES ($1, 'dead-letters', $2, 'one', now(), 17, $3)`,
    [id, reconcile(2), { message: `401 with ${token}` }],
  );
  await queue.stop();
  await database.close();
  return folder;
}

async function newDatabase(): Promise<string> {
  const { url, drop } = await createPostgresDatabase(postgresUrl ?? "");
  onTestFinished(drop);
  return url;
}

async function startApp(folder: string): Promise<Serving> {
  // Nobody listens there: what is sent again fails and is tried again later.
  const settings = { ...readSettings({ DATA_DIR: folder, GITHUB_API_URL: "http://127.0.0.1:9" }), port: 0 };
  const credentials = {
    appId: 1,
    privateKey: newKeys().privateKey,
    webhookSecret: "a secret that is long enough to use",
  };
  const quiet = { ...settings, logLevel: "silent" };
  const app = await serve(quiet, credentials, { hostname: "127.0.0.1", recurring: "off" });
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= app.stop());
  onTestFinished(stop);
  return { ...app, stop };
}

describe("an operator", () => {
  test("sees in the folder what was given up on while the app is stopped, without credentials, and sends it again", async () => {
    const DATA_DIR = await folderWithJobs();
    const list = await outcome(["jobs"], { DATA_DIR });
    expect(list).toMatchObject({ code: 0, errors: "" });
    expect(list.output).toContain(
      "reconcile-pull-request ada/engine#2\n          after 18 tries: 401 with [taken out]\n",
    );
    expect(list.output).toContain("1 job was given up on. The others: 1 waiting, 0 paused, 0 running");
    const replayed = await outcome(["jobs", "replay", "3f2a91c0"], { DATA_DIR });
    expect(replayed).toMatchObject({ code: 0, errors: "" });
    expect(replayed.output).toContain("1 job was sent again. The app works on them when it is started.");
    expect((await outcome(["jobs"], { DATA_DIR })).output).toMatch(/^No job was given up on. The others: 2 waiting/);
  });

  test("reads a report in the folder, and of the running app", async () => {
    const DATA_DIR = await folderWithJobs();
    const database = await openEmbeddedDatabase(join(DATA_DIR, "store"));
    await policyIndex(database).note({ installation: 7, repositoryId: 70, owner: "ada", name: "engine" }, "advises");
    await optOutIndex(database).note(
      { installation: 7, repositoryId: 70 },
      { number: 3, reason: "A typing mistake", at: new Date() },
    );
    await database.close();
    const told = await outcome(["report", "Ada/engine"], { DATA_DIR });
    expect(told).toMatchObject({ code: 0, errors: "" });
    expect(told.output).toContain("| `A typing mistake` | 1 |");
    await startApp(DATA_DIR);
    expect(await outcome(["report", "Ada/engine"], { DATA_DIR })).toEqual(told);
    const unknown = await outcome(["report", "ada/other"], { DATA_DIR });
    expect(unknown).toMatchObject({ code: 1, errors: "outcome: The store knows no repository ada/other.\n" });
  });

  test("asks the running app through its socket, which has the folder locked", async () => {
    const DATA_DIR = await folderWithJobs();
    const app = await startApp(DATA_DIR);
    const list = await startOutcome(["jobs", "--json"], { DATA_DIR });
    expect(list).toMatchObject({ code: 0, errors: "" });
    expect(JSON.parse(list.output)).toMatchObject({ id, tries: 18, error: "401 with [taken out]" });
    const replayed = await outcome(["jobs", "replay", "--all"], { DATA_DIR });
    expect(replayed).toMatchObject({ code: 0, errors: "" });
    expect(replayed.output).toContain("1 job was sent again. The running app works on them.");
    expect(await app.runtime.queue.counts()).toMatchObject({ dead: 0 });
    await app.stop();
    expect(await readdir(DATA_DIR)).toEqual(["store"]);
  });

  test("who names a folder without a store is told so, and none is made", async () => {
    const DATA_DIR = await newFolder();
    const { code, output, errors } = await outcome(["jobs"], { DATA_DIR });
    expect([code, output]).toEqual([1, ""]);
    expect(errors).toBe(`outcome: There is no store in ${DATA_DIR}: set DATA_DIR, or DATABASE_URL, as for the app.\n`);
    const unreachable = "postgres://127.0.0.1:9/outcome";
    expect(await outcome(["move"], { DATA_DIR, DATABASE_URL: unreachable })).toEqual({ code, output, errors });
    expect(await readdir(DATA_DIR)).toEqual([]);
  });

  test.each([
    {
      DATABASE_URL: "postgres://ada:hidden@127.0.0.1:9/outcome",
      told: "The PostgreSQL database 127.0.0.1:9/outcome cannot be read: connect ECONNREFUSED",
    },
    {
      DATABASE_URL: "mysql://ada:hidden@127.0.0.1/outcome",
      told: "DATABASE_URL must be the URL of a PostgreSQL database",
    },
  ])("who names a database that cannot be read is told why, without the password", async ({ DATABASE_URL, told }) => {
    const { code, output, errors } = await outcome(["jobs"], { DATABASE_URL });
    expect([code, output]).toEqual([1, ""]);
    expect(errors).toContain(`outcome: ${told}`);
    expect(errors).not.toContain("hidden");
  });
});

describe.skipIf(postgresUrl === undefined)("an operator with PostgreSQL (TEST_DATABASE_URL)", () => {
  test("moves the store there, and sees its jobs there", async () => {
    const [DATA_DIR, DATABASE_URL] = [await folderWithJobs(), await newDatabase()];
    const moved = await outcome(["move"], { DATA_DIR, DATABASE_URL });
    expect(moved).toMatchObject({ code: 0, errors: "" });
    expect(moved.output).toContain("          2  jobs\n");
    expect(moved.output).toContain("1 waiting, 0 paused, 0 running, 0 to be tried again, 0 for later, 1 given up on.");
    const list = await outcome(["jobs", "show", "3f2a"], { DATABASE_URL });
    expect(list.output).toContain(`ID:           ${id}\n`);
    const again = await outcome(["move"], { DATA_DIR, DATABASE_URL });
    expect(again).toMatchObject({ code: 1, output: "" });
    expect(again.errors).toContain(
      "outcome: The database holds rows of the app already (pgboss.job), so nothing was moved: with --replace",
    );
    expect(await outcome(["move", "--replace"], { DATA_DIR, DATABASE_URL })).toMatchObject({ code: 0 });
  });

  test("is refused to move while the app runs on the folder", async () => {
    const [DATA_DIR, DATABASE_URL] = [await folderWithJobs(), await newDatabase()];
    await startApp(DATA_DIR);
    const { code, errors } = await outcome(["move"], { DATA_DIR, DATABASE_URL });
    expect(code).toBe(1);
    expect(errors).toContain("is already open in process");
    expect(await findPostgresStore(DATABASE_URL)).toMatchObject({ isMade: false });
  });

  test("is refused to move into a database that the app works on", async () => {
    const [DATA_DIR, DATABASE_URL] = [await folderWithJobs(), await newDatabase()];
    const used = await openPostgres(DATABASE_URL, { logError: () => {} });
    // As the app does all the time.
    await used.query("SELECT 1");
    const { code, errors } = await outcome(["move"], { DATA_DIR, DATABASE_URL });
    await used.close();
    expect(code).toBe(1);
    expect(errors).toMatch(/is in use by the app: stop it first/);
  });

  test("makes nothing in an empty database by looking", async () => {
    const DATABASE_URL = await newDatabase();
    const { code, errors } = await outcome(["jobs"], { DATABASE_URL });
    expect(code).toBe(1);
    expect(errors).toMatch(/holds no store of the app\.\n$/);
    expect(await findPostgresStore(DATABASE_URL)).toEqual({ isMade: false, connections: 0 });
  });
});
