import { hash } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { answer } from "./answer.ts";
import { hasFewValues } from "./few-values.ts";
import { openIntakeRoom } from "./intake-room.ts";
import { isSigned, signatureShape } from "./is-signed.ts";
import { readBody, throwAway } from "./read-body.ts";
import type { ReadingRoom } from "./read-body.ts";
import { readingTurns } from "./reading-turns.ts";

/** Where GitHub is told to deliver. */
export const webhookPath = "/api/github/webhooks";

const KIB = 1024;

/** Some thousand small bodies, and one of GitHub's largest: what one of those says takes three times its size besides. */
const roomSize = { each: 32 * KIB, shared: 25 * KIB * KIB } as const;

/** GitHub's ids have 36 characters and its longest event name fewer than 100; the store need not take more. */
const wellFormed = { id: /^[\w-]{1,100}$/, event: /^\w{1,100}$/, signature: signatureShape } as const;

/** How each delivery is answered. What could not be stored is no 2xx: GitHub records a failure and can deliver again. */
const answers = {
  stored: [202, "stored"],
  "not-a-delivery": [400, "not a delivery of GitHub"],
  "wrong-signature": [401, "wrong signature"],
  "not-json": [400, "not a JSON object"],
  "too-large": [413, "too large"],
  "broken-off": [400, "broken off"],
  "no-room": [503, "too much at once; please deliver again"],
  "not-stored": [503, "could not be stored; please deliver again"],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;

export type DeliveryOutcome = keyof typeof answers;

/** Every outcome, so that what counts them can begin at 0. */
export const deliveryOutcomes: readonly DeliveryOutcome[] = Object.keys(answers).filter(isOutcome);

function isOutcome(name: string): name is DeliveryOutcome {
  return name in answers;
}

export interface EndpointOptions {
  readonly secret: string;
  /** The secret from before, while GitHub and the app do not change it at the same moment. */
  readonly previousSecret?: string | undefined;
  /** Resolves when the delivery is stored. */
  readonly receive: (delivery: ReceivedDelivery) => Promise<void>;
  readonly logError: (error: unknown, message: string) => void;
  readonly onAnswer?: ((answered: { readonly outcome: DeliveryOutcome; readonly ms: number }) => void) | undefined;
}

export interface ReceivedDelivery {
  readonly id: string;
  readonly name: string;
  readonly payload: object;
  /** SHA-256 of the body. GitHub's signature binds these bytes, so whoever sends them again sends the same. */
  readonly bodyDigest: string;
}

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Where GitHub delivers. A delivery is verified, stored, then acknowledged. Node's own HTTP, because what must be
 * refused is refused before its body is read, and what is read is counted while it comes.
 */
export function webhookEndpoint(options: EndpointOptions): RequestHandler {
  const reading = { room: openIntakeRoom(roomSize), turns: readingTurns() };
  const { secret, previousSecret } = options;
  const secrets = previousSecret === undefined ? [secret] : [secret, previousSecret];
  return async (request, response) => {
    const begun = performance.now();
    const outcome = await accept(request, { ...options, reading, secrets });
    answer(request, response, answers[outcome]);
    options.onAnswer?.({ outcome, ms: performance.now() - begun });
  };
}

interface Accepting extends EndpointOptions {
  readonly reading: ReadingRoom;
  readonly secrets: readonly string[];
}

async function accept(request: IncomingMessage, options: Accepting): Promise<DeliveryOutcome> {
  const claim = readClaim(request.headers);
  if (typeof claim === "string") {
    throwAway(request);
    return claim;
  }
  const body = await readBody(request, options.reading);
  if (body.kind !== "read") return body.kind;
  try {
    if (!isSigned(body.bytes, claim.signature, options.secrets)) return "wrong-signature";
    if (!hasFewValues(body.bytes)) return "too-large";
    const payload = parseObject(body.bytes.toString("utf8"));
    if (payload === null) return "not-json";
    const bodyDigest = hash("sha256", body.bytes, "base64url");
    return await store({ id: claim.id, name: claim.event, payload, bodyDigest }, options);
  } finally {
    body.leave();
  }
}

interface Claim {
  readonly id: string;
  readonly event: string;
  readonly signature: string;
}

/** What a request says of itself before its body. A header that is sent twice arrives as one that is not well formed. */
function readClaim(headers: IncomingHttpHeaders): Claim | "not-a-delivery" | "wrong-signature" {
  const { "x-github-delivery": id, "x-github-event": event, "x-hub-signature-256": signature } = headers;
  if (!isLike(wellFormed.id, id) || !isLike(wellFormed.event, event)) return "not-a-delivery";
  return isLike(wellFormed.signature, signature) ? { id, event, signature } : "wrong-signature";
}

function isLike(pattern: RegExp, header: string | readonly string[] | undefined): header is string {
  return typeof header === "string" && pattern.test(header);
}

async function store(
  delivery: ReceivedDelivery,
  { receive, logError }: Pick<EndpointOptions, "receive" | "logError">,
): Promise<DeliveryOutcome> {
  try {
    await receive(delivery);
    return "stored";
  } catch (error) {
    // GitHub hears of it by the 503, the operator by the log.
    logError(error, "A delivery could not be stored");
    return "not-stored";
  }
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
