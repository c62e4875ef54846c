import type { Octokit } from "@octokit/rest";
import { z } from "zod";
import type { DeliveryPage, GitHubApp, ListedDelivery } from "../sources/ports.ts";
import { date } from "./connection.ts";
import { hasStatus } from "./errors.ts";
import { readAnswer } from "./graphql.ts";

/** What is asked of no installation. `octokit` is signed in as the app. */
export function connectApp(octokit: Octokit): GitHubApp {
  return {
    listDeliveries: (cursor) => listDeliveries(octokit, cursor),
    redeliver: (id) => redeliver(octokit, id),
    listInstallations: async () => {
      const listed = await octokit.paginate(octokit.rest.apps.listInstallations, { per_page: 100 });
      return readAnswer(installations, listed).map((one) => ({ id: one.id, suspended: Boolean(one.suspended_at) }));
    },
  };
}

const installations = z.array(z.object({ id: z.number(), suspended_at: z.string().nullish() }));

const deliveries = z.array(
  z.object({
    id: z.number(),
    guid: z.string(),
    delivered_at: date,
    status: z.string(),
    status_code: z.number().nullish(),
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
async function listDeliveries(octokit: Octokit, cursor: string | null): Promise<DeliveryPage | null> {
  try {
    const { data, headers } = await octokit.rest.apps.listWebhookDeliveries({
      per_page: 100,
      ...(cursor !== null && { cursor }),
    });
    return { deliveries: readAnswer(deliveries, data).map(toListed), next: nextCursor(headers.link) };
  } catch (error) {
    // There is nothing to be listed, or not from there on; all else is thrown on.
    if (hasStatus(error, 404, 410) || (cursor !== null && hasStatus(error, 400, 422))) return null;
    throw error;
  }
}

function toListed(one: z.output<typeof deliveries>[number]): ListedDelivery {
  const { id, guid, event, action = null, delivered_at: at } = one;
  const place = { installation: one.installation_id ?? null, repositoryId: one.repository_id ?? null };
  return { id, guid, at, ok: wasTaken(one), event, action, ...place };
}

/** By the code where there is one: what words GitHub has for 202 is not documented. */
function wasTaken({ status, status_code: code }: z.output<typeof deliveries>[number]): boolean {
  return status === "OK" || (typeof code === "number" && code >= 200 && code < 300);
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
