import { answer } from "./answer.ts";
import { webhookPath } from "./webhook-endpoint.ts";
import type { RequestHandler } from "./webhook-endpoint.ts";

export interface MainDoorOptions {
  readonly webhook: RequestHandler;
  /** Whether the store answers and work goes on. */
  readonly isReady: () => Promise<boolean>;
}

/** All that strangers can reach. Nothing here says more than that: no version, no names, no figures. */
export function mainDoor({ webhook, isReady }: MainDoorOptions): RequestHandler {
  return async (request, response) => {
    const [path] = (request.url ?? "").split("?", 1);
    const { method } = request;
    const reads = method === "GET" || method === "HEAD";
    if (path === webhookPath && method === "POST") return webhook(request, response);
    if (path === "/healthz" && reads) return answer(request, response, [200, "ok"]);
    if (path === "/readyz" && reads) {
      return answer(request, response, (await isReady()) ? [200, "ready"] : [503, "not ready"]);
    }
    return answer(request, response, [404, "not found"]);
  };
}
