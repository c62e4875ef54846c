import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type HttpBindings, serve } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { planGraphql } from "../graphql/plan.ts";
import { planRest, type Violation } from "../rest/route.ts";
import { type Access, authenticate, type Caller } from "./access.ts";
import type { Answer, Asked, Planned } from "./answer.ts";
import type { Failure, FaultedRequest, Faults, Moment } from "./faults.ts";
import type { Limits } from "./limits.ts";
import type { RequestLog } from "./request-log.ts";

export type Setting = {
  access: Access;
  faults: Faults;
  log: RequestLog;
  violations: Violation[];
  /** How long GitHub is away, there and back. */
  latency: { ms: number };
  /** Bugs of the simulation: an answer that GitHub's description refuses, a thrown error. */
  bugs: Error[];
  /** Requests of each installation, for the rate limit's headers; the limit itself is a fault to be asked for. */
  used: Map<number | null, number>;
  limits: Limits;
};
type Caught = { setting: Setting; c: Context<Bindings>; failure: Failure | undefined };
type Bindings = { Bindings: HttpBindings };

const hourlyLimit = 5000;

export type Listening = { url: string; close: () => Promise<void> };

export async function listen(setting: Setting, port: number): Promise<Listening> {
  const app = new Hono<Bindings>();
  app.all("*", (c) => respond(setting, c));
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = serve({ fetch: app.fetch, port, hostname: "127.0.0.1" }, (info) => resolve(info.port));
  const url = `http://127.0.0.1:${await promise}`;
  setting.access.world.site.api = url;
  const close = (): Promise<void> =>
    new Promise((done) => {
      server.close(() => done());
      if ("closeAllConnections" in server) server.closeAllConnections();
    });
  return { url, close };
}

async function respond(setting: Setting, c: Context<Bindings>): Promise<Response> {
  const startedAt = performance.now();
  const caller = authenticate(setting.access, c.req.header("authorization"));
  const asked: Asked = { method: c.req.method, url: new URL(c.req.url), caller, body: await c.req.text() };
  const planned = plan(setting, asked);
  const { operation, kind } = planned;
  const request = { method: asked.method, path: asked.url.pathname, operation, kind };
  const over = overLimit(setting, caller, request);
  const failure = setting.faults.take(request) ?? over;
  if (setting.latency.ms > 0) await sleep(setting.latency.ms);
  const answer = await carryOut(planned, { setting, c, failure });
  setting.log.entries.push({
    method: asked.method,
    path: asked.url.pathname,
    operation,
    kind,
    installationId: caller.kind === "installation" ? caller.installation.id : null,
    port: c.env.incoming.socket.localPort,
    status: answer.status,
    charge: answer.charge ?? 1,
    durationMs: performance.now() - startedAt,
    at: setting.access.world.now().toISOString(),
  });
  return toResponse(answer, headersFor(setting, caller));
}

/** How long GitHub asks to wait, in seconds, where its limits are enforced and were passed. */
const secondaryWait = 60;

function overLimit({ limits, access }: Setting, caller: Caller, request: FaultedRequest): Failure | undefined {
  const installationId = caller.kind === "installation" ? caller.installation.id : null;
  const counted = limits.count({ ...request, installationId }, access.world.now());
  if (counted === "within" || !limits.enforced) return undefined;
  return { kind: "secondary-limit", retryAfterSeconds: secondaryWait };
}

function plan(setting: Setting, asked: Asked): Planned {
  const isGraphql = /^\/(api\/)?graphql$/.test(asked.url.pathname);
  return isGraphql ? planGraphql(setting, asked) : planRest(setting, asked);
}

async function carryOut(planned: Planned, exchange: Caught): Promise<Answer> {
  const before = await strike(exchange, "before");
  if (before !== undefined) return before;
  const answer = attempt(exchange.setting, planned);
  return (await strike(exchange, "after")) ?? answer;
}

function attempt(setting: Setting, planned: Planned): Answer {
  try {
    return planned.run();
  } catch (error) {
    // A bug of the simulation must not look like GitHub's answer: it is kept for the test to see.
    const bug = error instanceof Error ? error : new Error(String(error));
    setting.bugs.push(bug);
    return { status: 500, body: { message: `The simulation has a bug. ${bug.message}` } };
  }
}

/** What goes wrong at this moment of the request; nothing, if it is not the fault's moment. */
async function strike({ setting, c, failure }: Caught, moment: Moment): Promise<Answer | undefined> {
  if (failure === undefined) return undefined;
  switch (failure.kind) {
    case "answers":
      return failure.moment === moment ? { status: failure.status, body: { message: "Server Error" } } : undefined;
    case "resets":
      if (failure.moment !== moment) return undefined;
      c.env.incoming.socket.destroy();
      return { status: 499 };
    case "hangs":
      if (failure.moment !== moment) return undefined;
      await hungUp(c);
      return { status: 499 };
    case "graphql-errors":
      return { status: 200, body: { errors: [{ message: failure.message }] } };
    case "secondary-limit":
      return limited(
        "You have exceeded a secondary rate limit.",
        { "retry-after": String(failure.retryAfterSeconds) },
        failure.status,
      );
    case "primary-limit": {
      const resetsAt = secondsNow(setting) + failure.resetsInSeconds;
      return limited("API rate limit exceeded.", {
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": String(resetsAt),
      });
    }
    default:
      return failure satisfies never;
  }
}

function secondsNow(setting: Setting): number {
  return Math.ceil(setting.access.world.now().getTime() / 1000);
}

function limited(message: string, headers: Record<string, string>, status: 403 | 429 = 403): Answer {
  return {
    status,
    headers,
    body: {
      message,
      documentation_url: "https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api",
    },
  };
}

/** Resolves when the one who asked gives up. */
function hungUp(c: Context<Bindings>): Promise<void> {
  return new Promise((resolve) => void c.env.incoming.socket.once("close", () => resolve()));
}

function headersFor(setting: Setting, caller: Caller): Record<string, string> {
  const installation = caller.kind === "installation" ? caller.installation.id : null;
  const used = (setting.used.get(installation) ?? 0) + 1;
  setting.used.set(installation, used);
  const reset = secondsNow(setting) + 3600;
  return {
    "x-github-request-id": randomUUID(),
    "x-github-media-type": "github.v3; format=json",
    "x-ratelimit-limit": String(hourlyLimit),
    "x-ratelimit-remaining": String(Math.max(0, hourlyLimit - used)),
    "x-ratelimit-used": String(used),
    "x-ratelimit-reset": String(reset),
    "x-ratelimit-resource": "core",
  };
}

function toResponse(answer: Answer, headers: Record<string, string>): Response {
  const all = { ...headers, ...answer.headers };
  if (answer.body === undefined) return new Response(null, { status: answer.status, headers: all });
  const text = JSON.stringify(answer.body);
  return new Response(text, {
    status: answer.status,
    headers: { "content-type": "application/json; charset=utf-8", ...all },
  });
}
