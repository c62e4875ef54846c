import { readFileSync } from "node:fs";
import { TestClock } from "pg-boss";
import type { Clock } from "pg-boss";
import { parse } from "yaml";
import { z } from "zod";
import { createSimulatedGitHub, newKeys } from "../../src/sandbox/github/simulated-github.ts";
import type { SimulatedGitHub } from "../../src/sandbox/github/simulated-github.ts";
import type { DefinedMetrics } from "../../src/config/metrics-file.ts";
import type { Database } from "../../src/queue/database.ts";
import type { Serving } from "../../src/serve.ts";
import { serve } from "../../src/serve.ts";
import { webhookPath } from "../../src/server/webhook-endpoint.ts";
import { openTestStore } from "./store.ts";

/** A Monday, outside every slot. */
const MONDAY = new Date("2026-03-02T09:00:00Z");

/** Longer than the queue waits for equal jobs to merge with. */
const QUIET_MS = 2000;

/** Where deliveries go while the app is away. */
const NOBODY = "http://127.0.0.1:9/nobody";

export const SLUG = "outcome-link";

const manifest = z
  .object({
    default_permissions: z.record(z.string(), z.enum(["read", "write"])),
    default_events: z.array(z.string()),
  })
  .parse(parse(readFileSync(new URL("../../app.yml", import.meta.url), "utf8")));

/** Making a pair takes longer than most stories: those of a file share one. */
const keys = newKeys();

export interface Story {
  readonly github: SimulatedGitHub;
  readonly people: SimulatedGitHub["people"];
  readonly app: Serving;
  /** Until every delivery is answered, every job done, and nothing that this set off is under way. */
  readonly settle: () => Promise<void>;
  readonly now: () => Date;
  /** Lets time pass for GitHub and the app, and everything that becomes due end. */
  readonly later: (minutes: number) => Promise<void>;
  /** The app stops, and starts again after so long: with an empty store, or with the one that the story was given. */
  readonly away: (minutes: number, act: () => Promise<void> | void) => Promise<void>;
}

export interface StoryOptions {
  readonly permissions?: Readonly<Record<string, "read" | "write">>;
  readonly events?: readonly string[];
  /** One that stands still until `later` moves it, unless another is given. */
  readonly clock?: Clock;
  /** "fatal" where the app is expected to report an error; "error" unless given. */
  readonly logLevel?: "error" | "fatal";
  /** Whether the app looks by itself for what no delivery told of: what it asks then would stand in every list of requests. "off" unless given. */
  readonly recurring?: "on" | "off";
  /** An empty one unless given. */
  readonly database?: Database;
  /** The metrics that the operator defined; none unless given. */
  readonly defined?: DefinedMetrics;
}

export interface RunningStory extends Story {
  readonly stop: () => Promise<void>;
}

/** The app as it is served, before a simulated GitHub, over real HTTP in both directions. */
export async function startStory(options: StoryOptions = {}): Promise<RunningStory> {
  const standing = new TestClock(MONDAY);
  const clock = options.clock ?? standing;
  const github = simulate(options, clock);
  const listening = await github.listen(0);
  const { logLevel = "error" } = options;
  const start = () => startApp(github, { apiUrl: listening.url, logLevel }, { ...options, clock });
  const app = await start();
  let running = app;
  const settle = async () => {
    // What the app writes is delivered back to it, and may come while it works; changes of issues are looked at after a
    // moment of quiet.
    for (let round = 0; round < 3; round += 1) {
      await github.webhooks.settled();
      await running.runtime.queue.idle();
      await standing.setTime(standing.now() + QUIET_MS);
    }
    await running.runtime.queue.idle();
  };
  const later = async (minutes: number) => {
    await standing.setTime(standing.now() + minutes * 60_000);
    await settle();
  };
  const away = async (minutes: number, act: () => Promise<void> | void) => {
    github.webhooks.setTarget(NOBODY);
    await running.stop();
    await act();
    await github.webhooks.settled();
    await standing.setTime(standing.now() + minutes * 60_000);
    running = await start();
  };
  const stop = async () => {
    await running.stop();
    await listening.close();
  };
  return { github, people: github.people, app, settle, now: () => new Date(clock.now()), later, away, stop };
}

function simulate(options: StoryOptions, clock: Clock): SimulatedGitHub {
  return createSimulatedGitHub({
    app: {
      id: 4711,
      slug: SLUG,
      webhookSecret: "a secret that is long enough for stories",
      permissions: options.permissions ?? manifest.default_permissions,
      events: options.events ?? manifest.default_events,
      keys,
    },
    now: () => new Date(clock.now()),
  });
}

async function startApp(
  github: SimulatedGitHub,
  chosen: { readonly apiUrl: string; readonly logLevel: string },
  { database, clock, defined, recurring = "off" }: StoryOptions,
): Promise<Serving> {
  const { id, privateKey, webhookSecret } = github.app;
  const settings = {
    credentials: null,
    port: 0,
    dataDir: "",
    databaseUrl: undefined,
    metrics: { host: "127.0.0.1", port: 0 },
    graphqlUrl: undefined,
    webUrl: "https://github.com",
    enterpriseServer: false,
    allowedBases: [{ owner: "globex", name: "policy" }],
    ...chosen,
    defined,
  };
  const credentials = { appId: id, privateKey, webhookSecret };
  const store = database ?? (await openTestStore());
  const app = await serve(settings, credentials, { database: store, recurring, ...(clock && { clock }) });
  github.webhooks.setTarget(`${app.url}${webhookPath}`);
  return app;
}
