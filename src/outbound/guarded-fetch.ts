import { lookup } from "node:dns/promises";
import type { LookupAddress } from "node:dns";
import { request as requestPlain } from "node:http";
import type { IncomingMessage } from "node:http";
import { request as requestSecure } from "node:https";
import type { LookupFunction } from "node:net";
import { findAddresses } from "./find-addresses.ts";
import type { AllowedAddresses, Resolve } from "./find-addresses.ts";
import { readBounded } from "./read-bounded.ts";

export interface Asking {
  readonly url: URL;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly allowed: AllowedAddresses;
}

export type Fetched =
  | { readonly kind: "answered"; readonly text: string }
  /** What went wrong, as words that follow a name: "answered 400". Never what was answered. `code`: Node's, for logs. */
  | { readonly kind: "failed"; readonly why: string; readonly code: string | null };

export type GuardedFetch = (asking: Asking) => Promise<Fetched>;

export interface Guard {
  /** All of it: finding the address, connecting, and the whole answer. In milliseconds. */
  readonly totalMs: number;
  /** Of an answer, as it comes and unpacked. */
  readonly bytes: number;
  readonly resolve: Resolve;
}

export const usualGuard: Guard = {
  totalMs: 5000,
  bytes: 1024 * 1024,
  resolve: async (host) => lookup(host, { all: true }),
};

/**
 * Asks an address of which the operator chose no more than its name. Resolved once, checked, and connected to what was
 * checked, so that a name cannot lead elsewhere in between; no redirect is followed, so that nothing that is sent can go
 * to anybody else; bounded in time and size. Never rejects.
 */
export function guardedFetch(guard: Guard): GuardedFetch {
  return async (asking) => {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), guard.totalMs);
    try {
      return await Promise.race([fetchWithin(asking, guard, late.signal), whenAborted(late.signal, guard)]);
    } finally {
      clearTimeout(timer);
      late.abort();
    }
  };
}

/** Node cannot cut a look-up of a name short: it is not waited for. */
async function whenAborted(signal: AbortSignal, { totalMs }: Guard): Promise<Fetched> {
  await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
  return failed(`did not answer within ${totalMs / 1000} seconds`);
}

async function fetchWithin(asking: Asking, guard: Guard, signal: AbortSignal): Promise<Fetched> {
  try {
    const found = await findAddresses(asking.url, asking.allowed, guard.resolve);
    if (found.kind === "failed") return failed(found.why);
    signal.throwIfAborted();
    const response = await send(asking, found.addresses, signal);
    return await read(response, guard);
  } catch (error) {
    // Whatever the network does wrong is a reading that cannot be had, and nothing to try again for.
    return failed("could not be reached", codeOf(error));
  }
}

function send(asking: Asking, addresses: readonly LookupAddress[], signal: AbortSignal): Promise<IncomingMessage> {
  const { url, method, headers, body } = asking;
  const request = url.protocol === "https:" ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method,
      headers: { "user-agent": "outcome-link", "accept-encoding": "gzip", ...headers },
      // Nothing is kept open: a connection of before was checked for the address of before.
      agent: false,
      lookup: pinnedTo(addresses),
      signal,
    });
    sent.on("response", resolve).on("error", reject).end(body);
  });
}

/** Answers with what was checked, whatever is asked for. */
function pinnedTo(addresses: readonly LookupAddress[]): LookupFunction {
  return (_host, { all }, callback) => {
    const [first] = addresses;
    if (all === true || first === undefined) callback(null, [...addresses]);
    else callback(null, first.address, first.family);
  };
}

async function read(response: IncomingMessage, guard: Guard): Promise<Fetched> {
  const { statusCode = 0 } = response;
  if (statusCode === 200) {
    const text = await readBounded(response, guard.bytes);
    return text.kind === "read" ? { kind: "answered", text: text.text } : failed(text.why);
  }
  response.destroy();
  if (statusCode >= 300 && statusCode < 400) return failed("sent a redirect, which is not followed");
  return failed(`answered ${statusCode}${meanings[statusCode] ?? ""}`);
}

/** What an operator can do something about. */
const meanings: Readonly<Record<number, string>> = {
  401: " (it does not take the credential)",
  403: " (the credential does not allow this)",
  429: " (it is asked too much)",
};

function failed(why: string, code: string | null = null): Fetched {
  return { kind: "failed", why, code };
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && "code" in error ? String(error.code) : null;
}
