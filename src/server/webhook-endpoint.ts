import { verify } from "@octokit/webhooks-methods";
import type { Context } from "hono";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";

/** Where GitHub is told to deliver. */
export const webhookPath = "/api/github/webhooks";

/** GitHub does not deliver events larger than this. */
const largestBody = 25 * 1024 * 1024;

export interface EndpointOptions {
  readonly path: string;
  readonly secret: string;
  /** Resolves when the delivery is stored. */
  readonly receive: (delivery: ReceivedDelivery) => Promise<void>;
  readonly logError: (error: unknown, message: string) => void;
}

export interface ReceivedDelivery {
  readonly id: string;
  readonly name: string;
  readonly payload: object;
}

/**
 * Where GitHub delivers. A delivery is verified, stored, then acknowledged: what could not be stored is answered with
 * 503, which GitHub records as a failure that can be delivered again.
 */
export function webhookEndpoint(options: EndpointOptions): Hono {
  const app = new Hono();
  app.post(options.path, bodyLimit({ maxSize: largestBody, onError: (c) => c.text("too large", 413) }), (c) =>
    accept(c, options),
  );
  return app;
}

async function accept(c: Context, { secret, receive, logError }: EndpointOptions): Promise<Response> {
  const { id, name, signature } = readHeaders(c);
  if (id === undefined || name === undefined) return c.text("not a delivery of GitHub", 400);
  const body = await c.req.text();
  if (signature === undefined || !(await verify(secret, body, signature))) return c.text("wrong signature", 401);
  const payload = parseObject(body);
  if (payload === null) return c.text("not a JSON object", 400);
  try {
    await receive({ id, name, payload });
    return c.text("stored", 202);
  } catch (error) {
    logError(error, "A delivery could not be stored");
    return c.text("could not be stored; please deliver again", 503);
  }
}

function readHeaders(c: Context) {
  return {
    id: c.req.header("x-github-delivery"),
    name: c.req.header("x-github-event"),
    signature: c.req.header("x-hub-signature-256"),
  };
}

function parseObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : null;
  } catch {
    // Signed, yet no JSON: the sender's mistake, told by the 400.
    return null;
  }
}
