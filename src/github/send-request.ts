import { limitLeft } from "./call.ts";
import { answerBehind, fromOctokit, fromTokenRequest, GitHubError, hasStatus } from "./errors.ts";
import { complaintIn } from "./graphql.ts";
import type { Lease } from "./lease.ts";
import { assertHeld, letGo, whileHeld } from "./lease.ts";
import type { Asked } from "./price.ts";
import { operationOf, priceOf } from "./price.ts";
import type { Headers } from "./read-limit.ts";
import { retryAt } from "./read-limit.ts";
import type { TokenSource } from "./token-source.ts";
import type { Traffic } from "./traffic.ts";

/** What a request passes on its way out. */
export interface Way {
  readonly traffic: Traffic;
  readonly tokens: TokenSource;
  readonly lease: Lease;
  readonly now: () => Date;
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly data: unknown;
}

/** Every request of an installation goes through here: in its turn, while its job is held, and where there is room. */
export async function sendRequest<Given extends Answer>(
  way: Way,
  asked: Asked,
  send: (token: string) => Promise<Given>,
): Promise<Given> {
  assertFree(way);
  const now = () => sendNow(way, asked, send);
  return priceOf(asked).writes ? way.traffic.writing(now) : now();
}

/** Asked again after each wait: meanwhile the job may have ended, or another request may have met a limit. */
function assertFree({ lease, traffic }: Way): void {
  assertHeld(lease);
  traffic.gate.assertOpen();
}

async function sendNow<Given extends Answer>(
  way: Way,
  asked: Asked,
  send: (token: string) => Promise<Given>,
): Promise<Given> {
  assertFree(way);
  const token = await askForToken(way);
  assertFree(way);
  await way.traffic.budget.spend(priceOf(asked));
  assertFree(way);
  return observe(way, asked, () => send(token));
}

async function askForToken(way: Way): Promise<string> {
  const sentAt = way.now();
  try {
    return await whileHeld(way.lease, way.tokens.token());
  } catch (error) {
    // Thrown on, but told from a refusal of the request itself.
    throw await heedLimit(way, fromTokenRequest(error, way.now()), sentAt);
  }
}

async function observe<Given extends Answer>(way: Way, asked: Asked, send: () => Promise<Given>): Promise<Given> {
  const sent = { asked, at: way.now(), began: performance.now() };
  try {
    const answer = await send();
    tell(way, sent, answer);
    heedComplaint(way, sent, answer);
    return answer;
  } catch (error) {
    // Thrown on, in this room's words.
    if (!(error instanceof GitHubError)) tell(way, sent, answerBehind(error));
    throw await translate(way, sent, error);
  }
}

interface Sent {
  readonly asked: Asked;
  readonly at: Date;
  readonly began: number;
}

function tell({ traffic }: Way, { asked, began }: Sent, answer: Pick<Answer, "status" | "headers"> | null): void {
  traffic.onCall({
    method: asked.method,
    operation: operationOf(asked),
    status: answer?.status ?? null,
    ms: performance.now() - began,
    ...limitLeft(answer?.headers ?? {}),
  });
}

/** GraphQL tells of limits and missing permissions in an answer that counts as good. */
function heedComplaint(way: Way, { asked }: Sent, { headers, data }: Answer): void {
  const complaint = priceOf(asked).resource === "graphql" ? complaintIn(data) : null;
  switch (complaint?.kind) {
    case "limit": {
      const at = retryAt(headers, way.now());
      throw new GitHubError(`GraphQL: ${complaint.message}`, { kind: "retry-later", at });
    }
    case "refused":
      return way.traffic.onRefusal({ operation: operationOf(asked), reason: complaint.message, permissions: null });
    case undefined:
  }
}

async function translate(way: Way, { asked, at }: Sent, error: unknown): Promise<unknown> {
  if (way.lease.signal.aborted) return letGo();
  const translated = fromOctokit(error, way.now());
  if (hasStatus(translated, 401) || hasNoToken(translated)) way.tokens.forgetToken();
  if (translated instanceof GitHubError && translated.failure.kind === "refused") {
    const { reason } = translated.failure;
    const permissions = answerBehind(error)?.headers["x-accepted-github-permissions"]?.toString() ?? null;
    way.traffic.onRefusal({ operation: operationOf(asked), reason, permissions });
  }
  return heedLimit(way, translated, at);
}

function hasNoToken(error: unknown): boolean {
  return error instanceof GitHubError && error.failure.kind === "no-token";
}

/** After a limit nothing is sent for this installation, by no job and no process, until the time that this error then tells. */
async function heedLimit({ traffic }: Way, error: unknown, sentAt: Date): Promise<unknown> {
  if (!(error instanceof GitHubError) || error.failure.kind !== "retry-later") return error;
  const at = traffic.gate.close(error.failure.at, sentAt);
  await traffic.onLimit(at);
  return new GitHubError(error.message, { kind: "retry-later", at });
}
