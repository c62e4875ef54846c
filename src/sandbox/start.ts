import { randomBytes } from "node:crypto";
import type { Clock } from "../queue/queue.ts";
import type { Database } from "../queue/database.ts";
import { nextFollowUp } from "../queue/next-follow-up.ts";
import { openEmbeddedDatabase } from "../queue/pglite.ts";
import type { Credentials, Settings } from "../settings.ts";
import type { SimulatedGitHub } from "./github/simulated-github.ts";
import { createSimulatedGitHub } from "./github/simulated-github.ts";
import { listChecks } from "./list-checks.ts";
import { listenLocally } from "./page/listen-locally.ts";
import { sandboxPage } from "./page/sandbox-page.ts";
import { readManifest } from "./read-manifest.ts";
import { createSandboxClock } from "./sandbox-clock.ts";
import type { SandboxClock } from "./sandbox-clock.ts";
import { plant } from "./seed/plant.ts";
import { webhookPath } from "../server/webhook-endpoint.ts";
import { settle } from "./settle.ts";

export interface SandboxOptions {
  readonly settings: Settings;
  /** Starts the real app. Handed in, because only the roots may know how. */
  readonly serveApp: ServeApp;
  /** Another store than a new one in memory. It is closed with the app. */
  readonly database?: Database;
  /** How long a visitor is kept waiting at most for what the app makes of an act. In milliseconds. */
  readonly patienceMs?: number;
  readonly print?: (line: string) => void;
}

export type ServeApp = (
  settings: Settings,
  credentials: Credentials,
  options: { readonly database: Database; readonly clock: Clock; readonly hostname: string },
) => Promise<ServedApp>;

export interface ServedApp {
  readonly url: string;
  readonly runtime: { readonly queue: { readonly idle: () => Promise<void> } };
  readonly stop: () => Promise<void>;
}

export interface Sandbox {
  /** The page to open. */
  readonly url: string;
  readonly github: SimulatedGitHub;
  readonly stop: () => Promise<void>;
}

/** Longer than the app waits for further changes of an issue before it looks: a visitor need not wait for it. */
const momentOfQuietMs = 2000;
/** Who waited for such a moment may send work that does: so a label of a problem reaches what was merged for it. */
const momentsOfQuiet = 2;
const patienceAtStartMs = 60_000;
const patienceAfterAnActMs = 5000;

/** The app without credentials: the same app, over HTTP, against a small simulated GitHub, with a page to play with. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { settings, serveApp, print = (line) => void process.stdout.write(`${line}\n`) } = options;
  const { patienceMs = patienceAfterAnActMs } = options;
  print("No credentials are set, so this is the sandbox: the app against a small simulated GitHub, in this process.\n");
  const clock = createSandboxClock();
  const github = openGitHub(clock);
  const [api, database] = await Promise.all([github.listen(0), options.database ?? openEmbeddedDatabase("memory")]);
  const app = await serveApp(settingsFor(settings, api.url), credentialsOf(github), {
    database,
    clock,
    hostname: "127.0.0.1",
  });
  const idle = () => idleAfterQuiet(app.runtime.queue, clock);
  const settleWithin = (atMostMs: number) => settle({ github, idle, atMostMs });
  await deliverThePast(github, app.url);
  await settleWithin(patienceAtStartMs);
  const nextDue = () => nextFollowUp(database);
  const page = sandboxPage({ github, clock, nextDue, settle: () => settleWithin(patienceMs) });
  const listening = await listenLocally(page, settings.port);
  for (const line of listChecks(github)) print(line);
  print(`\nOpen ${listening.url}`);
  const stop = async () => {
    await listening.close();
    await app.stop();
    await api.close();
  };
  return { url: listening.url, github, stop };
}

/** With all that happened there in the past weeks; nothing is delivered yet. */
function openGitHub(clock: SandboxClock): SimulatedGitHub {
  const { name, default_permissions: permissions, default_events: events } = readManifest();
  let past: Date | null = null;
  const github = createSimulatedGitHub({
    app: { id: 1, slug: "outcome-link", name, webhookSecret: randomBytes(32).toString("hex"), permissions, events },
    now: () => past ?? new Date(clock.now()),
  });
  github.webhooks.hold();
  plant({ people: github.people, now: new Date(clock.now()), travelTo: (time) => void (past = time) });
  past = null;
  return github;
}

/** GitHub hands over what it kept, as to an app that was away. */
async function deliverThePast(github: SimulatedGitHub, appUrl: string): Promise<void> {
  github.webhooks.setTarget(`${appUrl}${webhookPath}`);
  github.webhooks.deliverAutomatically();
  for (const delivery of github.webhooks.held()) await github.webhooks.send(delivery);
}

/** "info" is the default, and would tell of each request between the lines that a visitor reads. */
function settingsFor(settings: Settings, apiUrl: string): Settings {
  const logLevel = settings.logLevel === "info" ? "warn" : settings.logLevel;
  const pages = { webUrl: "https://github.com", enterpriseServer: false };
  return { ...settings, port: 0, apiUrl, graphqlUrl: undefined, ...pages, logLevel };
}

function credentialsOf({ app: { id, privateKey, webhookSecret } }: SimulatedGitHub): Credentials {
  return { appId: id, privateKey, webhookSecret };
}

async function idleAfterQuiet(queue: { readonly idle: () => Promise<void> }, clock: SandboxClock): Promise<void> {
  await queue.idle();
  for (let moment = 0; moment < momentsOfQuiet; moment++) {
    await clock.advance(momentOfQuietMs);
    await queue.idle();
  }
}
