import { generateKeyPairSync } from "node:crypto";
import { appActs } from "./people/apps.ts";
import { discussionActs } from "./people/discussions.ts";
import { pullRequestActs } from "./people/pull-requests.ts";
import { repositoryActs } from "./people/repositories.ts";
import { newSite } from "./present/site.ts";
import type { Violation } from "./rest/route.ts";
import { newAccess } from "./server/access.ts";
import { newFaults } from "./server/faults.ts";
import { listen, type Listening, type Setting } from "./server/http.ts";
import { newLimits } from "./server/limits.ts";
import { newRequestLog } from "./server/request-log.ts";
import type { Permissions } from "./state/model.ts";
import { emptyState } from "./state/state.ts";
import { type Delivery, newOutbox, type Outbox, redeliver, send, settled, tellAgain } from "./webhooks/outbox.ts";
import type { World } from "./world.ts";

export type SimulatedApp = {
  id: number;
  slug: string;
  name?: string;
  webhookSecret: string;
  permissions: Permissions;
  /** Events subscribed to; those of installations are always sent. */
  events: readonly string[];
  /** PEM; a pair is made when none is given. */
  keys?: { privateKey: string; publicKey: string };
};
export type SimulatedGitHub = ReturnType<typeof createSimulatedGitHub>;

/** A small GitHub in this process, spoken to over HTTP by an app, and by people through `people`. */
export function createSimulatedGitHub(options: { app: SimulatedApp; now: () => Date }) {
  const { app, now } = options;
  const keys = app.keys ?? newKeys();
  const state = emptyState({ id: app.id, slug: app.slug, name: app.name ?? app.slug });
  Object.assign(state.app, { permissions: app.permissions, events: app.events });
  const outbox = newOutbox({ secret: app.webhookSecret, appId: app.id });
  const world: World = { state, now, site: newSite(), outbox, copies: { behindMs: 0, listsBehindMs: 0 } };
  const violations: Violation[] = [];
  const bugs: Error[] = [];
  const latency = { ms: 0 };
  const setting: Setting = {
    access: newAccess(world, keys.publicKey),
    faults: newFaults(),
    log: newRequestLog(),
    violations,
    latency,
    bugs,
    used: new Map(),
    limits: newLimits(),
  };
  return {
    state,
    app: { id: app.id, privateKey: keys.privateKey, webhookSecret: app.webhookSecret },
    people: { ...repositoryActs(world), ...pullRequestActs(world), ...discussionActs(world), ...appActs(world) },
    webhooks: webhooksOf(outbox),
    requests: setting.log,
    faults: setting.faults,
    limits: setting.limits,
    /** Requests that GitHub's description or schema refuses, or that the simulation does not know. */
    violations,
    /** Errors of the simulation itself: a test that finds one has found our bug. */
    bugs,
    latency,
    copies: world.copies,
    listen: (port: number): Promise<Listening> => listen(setting, port),
  };
}

function webhooksOf(outbox: Outbox) {
  return {
    deliveries: outbox.deliveries,
    /** Where deliveries go; none leave before it is set. */
    setTarget: (url: string | null): void => void (outbox.target = url),
    hold: (): void => void (outbox.deliver = "held"),
    /** From now on; what is held stays held until `send`. */
    deliverAutomatically: (): void => void (outbox.deliver = "automatically"),
    held: (): Delivery[] => outbox.deliveries.filter((each) => each.status === "held"),
    send: (delivery: Delivery): Promise<void> => send(outbox, delivery),
    drop: (delivery: Delivery): void => void (delivery.status = "dropped"),
    redeliver: (guid: string): Delivery => redeliver(outbox, guid),
    tellAgain: (told: Delivery): Delivery => tellAgain(outbox, told),
    settled: (): Promise<void> => settled(outbox),
  };
}

/** A pair for an app: the private half is the app's, the public half is known here. */
export function newKeys(): { privateKey: string; publicKey: string } {
  return generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
}
