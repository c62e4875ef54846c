import { Octokit } from "@octokit/rest";
import { z } from "zod";
import type { DeliveryPage, GitHubApp, ListedDelivery } from "../sources/ports.ts";
import { date } from "./connection.ts";
import { fromOctokit, hasStatus } from "./errors.ts";
import { readAnswer } from "./graphql.ts";

export interface AppConnectionOptions {
  readonly apiUrl: string;
  /** Authenticated as the app: what Probot's `auth()` gives without an id. */
  readonly asApp: () => Promise<{ readonly auth: (of: { readonly type: "app" }) => Promise<unknown> }>;
  readonly now: () => Date;
}

/** In milliseconds: Node's fetch has no limit of its own. */
const TIMEOUT_MS = 10_000;

/**
 * Signed in as the app. Not Probot's own client: that lets one write through per second, sleeps through limits in memory
 * and asks again by itself, all of which the jobs decide.
 */
export function connectApp(options: AppConnectionOptions): GitHubApp {
  const octokit = new Octokit({ baseUrl: options.apiUrl, userAgent: "outcome-link", log: silent });
  octokit.hook.before("request", async (request) => {
    // A claim that is signed here: GitHub is not asked for it.
    const octokitOfApp = await options.asApp();
    request.headers.authorization = `bearer ${signed.parse(await octokitOfApp.auth({ type: "app" })).token}`;
    request.request = { ...request.request, signal: AbortSignal.timeout(TIMEOUT_MS) };
  });
  octokit.hook.error("request", (error) => {
    throw fromOctokit(error, options.now());
  });
  return {
    listDeliveries: (cursor) => listDeliveries(octokit, cursor),
    redeliver: (id) => redeliver(octokit, id),
    listInstallations: async () => {
      const listed = await octokit.paginate(octokit.rest.apps.listInstallations, { per_page: 100 });
      return readAnswer(installations, listed).map((one) => ({ id: one.id, suspended: Boolean(one.suspended_at) }));
    },
  };
}

const signed = z.object({ token: z.string() });

const installations = z.array(z.object({ id: z.number(), suspended_at: z.string().nullish() }));

const deliveries = z.array(
  z.object({
    id: z.number(),
    guid: z.string(),
    delivered_at: date,
    status: z.string(),
    event: z.string(),
    action: z.string().nullish(),
    installation_id: z.number().nullish(),
    repository_id: z.number().nullish(),
  }),
);

/**
 * All of them: GitHub's own filter for failures means an answer from 400 on, and leaves out what nobody answered
 * (docs: automatically redelivering failed deliveries).
 */
async function listDeliveries(octokit: Octokit, cursor: string | null): Promise<DeliveryPage> {
  const { data, headers } = await octokit.rest.apps.listWebhookDeliveries({
    per_page: 100,
    ...(cursor !== null && { cursor }),
  });
  return { deliveries: readAnswer(deliveries, data).map(toListed), next: nextCursor(headers.link) };
}

function toListed(one: z.output<typeof deliveries>[number]): ListedDelivery {
  const { id, guid, event, action = null, delivered_at: at } = one;
  const place = { installation: one.installation_id ?? null, repositoryId: one.repository_id ?? null };
  return { id, guid, at, ok: one.status === "OK", event, action, ...place };
}

function nextCursor(link: string | undefined): string | null {
  const [, next] = /<([^>]+)>; rel="next"/.exec(link ?? "") ?? [];
  return next === undefined ? null : new URL(next).searchParams.get("cursor");
}

async function redeliver(octokit: Octokit, id: number): Promise<boolean> {
  try {
    await octokit.rest.apps.redeliverWebhookDelivery({ delivery_id: id });
    return true;
  } catch (error) {
    // Older than GitHub keeps, or not to be delivered again.
    if (hasStatus(error, 400, 404, 410, 422)) return false;
    throw error;
  }
}

/** Octokit would write to the console; what goes wrong is thrown and logged by the job. */
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
