/** How long an answer may take and how much it may be. */
export interface Bounds {
  /** Until the headers are there, in milliseconds. */
  readonly headersMs: number;
  /** Until the body has ended, in milliseconds. */
  readonly totalMs: number;
  readonly bytes: number;
}

/** With these words an answer is given up. Octokit keeps nothing of an error but its words. */
export const tooLarge = "an answer of more than";

/**
 * Node's fetch has no limit of its own. The largest honest answer is a page of 100 comments of 65,536 characters, at
 * four bytes each 26 MB.
 */
export const defaultBounds: Bounds = { headersMs: 10_000, totalMs: 30_000, bytes: 32 * 1024 * 1024 };

/**
 * Fetches with its whole body, or rejects. Octokit reads a body by itself, but takes one that broke off for an empty one, and
 * reads gigabytes where they come.
 */
export function boundedFetch({ headersMs, totalMs, bytes }: Bounds, signal: AbortSignal): typeof fetch {
  return async (url, init) => {
    const early = new AbortController();
    const timer = setTimeout(() => early.abort(new Error("no answer in time")), headersMs);
    try {
      const ended = AbortSignal.any([early.signal, AbortSignal.timeout(totalMs), signal]);
      const response = await fetch(url, { ...init, signal: ended });
      clearTimeout(timer);
      return await read(response, bytes);
    } finally {
      clearTimeout(timer);
    }
  };
}

async function read(response: Response, most: number): Promise<Response> {
  if (response.body === null) return response;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const part of response.body) {
    length += part.length;
    // Leaving the loop cancels what is still to come.
    if (length > most) throw new Error(`${tooLarge} ${most} bytes`);
    parts.push(part);
  }
  const { status, statusText, headers, url } = response;
  const whole = new Response(new Blob(parts), { status, statusText, headers });
  // The constructor takes no URL; it tells where a redirect led.
  return Object.defineProperty(whole, "url", { value: url });
}
