import { verify } from "@octokit/webhooks-methods";
import type { Context } from "hono";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";

/** Where GitHub is told to deliver. */
export const webhookPath = "/api/github/webhooks";

/** GitHub does not deliver events larger than this. */
const largestBody = 25 * 1024 * 1024;

/** In characters. GitHub's ids have 36 and its longest event name fewer; the store need not take more. */
const longestHeader = 100;

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
  app.onError((error, c) => {
    options.logError(error, "A delivery could not be read");
    return c.text("could not be read; please deliver again", 500);
  });
  return app;
}

async function accept(c: Context, { secret, receive, logError }: EndpointOptions): Promise<Response> {
  const id = c.req.header("x-github-delivery");
  const name = c.req.header("x-github-event");
  if (!isShort(id) || !isShort(name)) return c.text("not a delivery of GitHub", 400);
  const body = await c.req.text();
  if (!(await isSigned(body, c.req.header("x-hub-signature-256"), secret))) return c.text("wrong signature", 401);
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

function isShort(header: string | undefined): header is string {
  return header !== undefined && header !== "" && header.length <= longestHeader;
}

/** GitHub signs no empty body, and `verify` throws on empty texts instead of answering. */
async function isSigned(body: string, signature: string | undefined, secret: string): Promise<boolean> {
  if (body === "" || signature === undefined || signature === "") return false;
  return verify(secret, body, signature);
}

function parseObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && !Array.isArray(value) ? value : null;
  } catch {
    // Signed, yet no JSON: the sender's mistake, told by the 400.
    return null;
  }
}
