import type { JsonObject } from "../json.ts";
import { type Delivery, headersOf, redeliver } from "../webhooks/outbox.ts";
import { notFound, ok, type Operation, type RestAnswer, type RestRequest } from "./operation.ts";

type DeliveryPath = RestRequest & { path: { delivery_id: number } };
type ListRequest = RestRequest & { query: { per_page?: number; cursor?: string; status?: "success" | "failure" } };

export const deliveryOperations: readonly Operation[] = [
  { id: "apps/list-webhook-deliveries", for: "app", run: list },
  { id: "apps/get-webhook-delivery", for: "app", run: get },
  { id: "apps/redeliver-webhook-delivery", for: "app", run: redeliverOne },
];

/** Newest first, by cursor instead of by page. Only what was tried at least once is a delivery. */
function list(request: ListRequest): RestAnswer {
  const { per_page: size = 30, cursor, status } = request.query;
  const all = request.world.outbox.deliveries
    .filter((each) => each.status === "answered" || each.status === "failed")
    .filter((each) => status === undefined || isOfStatus(each, status))
    .toReversed()
    .filter((each) => cursor === undefined || each.id < Number(cursor));
  const items = all.slice(0, size);
  const last = items.at(-1);
  const next = new URL(request.url);
  if (last !== undefined) next.searchParams.set("cursor", String(last.id));
  const headers = all.length > size ? { Link: `<${next.href}>; rel="next"` } : {};
  return { status: 200, headers, body: items.map(item) };
}

/** `failure` means an answer from 400 to 599: a delivery that nobody answered is in neither list. */
function isOfStatus(delivery: Delivery, status: "success" | "failure"): boolean {
  const code = delivery.statusCode ?? 0;
  return status === "success" ? code >= 200 && code < 400 : code >= 400;
}

function item(delivery: Delivery): JsonObject {
  const { id, guid, redelivery, event, action, installationId, repositoryId } = delivery;
  return {
    id,
    guid,
    delivered_at: delivery.createdAt,
    redelivery,
    duration: delivery.durationMs / 1000,
    status: wordFor(delivery),
    status_code: delivery.statusCode ?? 0,
    event,
    action,
    installation_id: installationId,
    repository_id: repositoryId,
  };
}

function wordFor({ statusCode }: Delivery): string {
  if (statusCode === null) return "failed to connect to host";
  return statusCode >= 200 && statusCode < 300 ? "OK" : `Invalid HTTP Response: ${statusCode}`;
}

function found({ world, path }: DeliveryPath): Delivery {
  const delivery = world.outbox.deliveries.find((each) => each.id === path.delivery_id);
  if (delivery === undefined) throw notFound();
  return delivery;
}

function get(request: DeliveryPath): RestAnswer {
  const delivery = found(request);
  const headers = headersOf(request.world.outbox, delivery);
  return ok({
    ...item(delivery),
    request: { headers, payload: delivery.payload },
    response: { headers: {}, payload: "" },
  });
}

function redeliverOne(request: DeliveryPath): RestAnswer {
  redeliver(request.world.outbox, found(request).guid);
  return { status: 202, body: {} };
}
