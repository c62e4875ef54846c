import { answer } from "./answer.ts";
import type { Metrics } from "./metrics.ts";
import type { RequestHandler } from "./webhook-endpoint.ts";

/** For the operator's Prometheus alone: it listens at an address of this machine unless told otherwise. */
export function metricsDoor({ content, contentType }: Pick<Metrics, "content" | "contentType">): RequestHandler {
  return async (request, response) => {
    const [path] = (request.url ?? "").split("?", 1);
    if (path !== "/metrics" || request.method !== "GET") return answer(request, response, [404, "not found"]);
    response.setHeader("content-type", contentType);
    response.end(await content());
  };
}
