/** Headers of an answer as Octokit hands them over: names in lower case. */
export type Headers = Readonly<Record<string, string | number | undefined>>;

/** GitHub words secondary limits in several ways, the older ones as "abuse detection". */
export function isLimitMessage(message: string): boolean {
  return /rate limit|abuse detection/i.test(message);
}

export function isLimit(headers: Headers, message: string): boolean {
  return headers["retry-after"] !== undefined || isExhausted(headers) || isLimitMessage(message);
}

/**
 * In milliseconds. A primary limit begins anew within the hour, so whatever names a later time (a proxy, a clock that is
 * wrong) must not park an installation for days.
 */
const LONGEST_MS = 3_600_000;

/** When GitHub may be asked again, by what it says; null where it says nothing that can be meant. */
export function retryAt(headers: Headers, now: Date): Date | null {
  const at = afterWait(headers["retry-after"], now) ?? afterReset(headers);
  // By our clock that time is over, but GitHub refused just now: its clock counts, and it is not known.
  if (at === null || at <= now.getTime()) return null;
  return new Date(Math.min(at, now.getTime() + LONGEST_MS));
}

/** RFC 9110, 10.2.3: seconds or a date. GitHub sends seconds, proxies in front of a GitHub Enterprise Server send either. */
function afterWait(header: string | number | undefined, now: Date): number | null {
  const text = String(header ?? "").trim();
  if (/^\d+(?:\.\d+)?$/.test(text)) return now.getTime() + Number(text) * 1000;
  return /^[a-z]{3}, \d{2} [a-z]{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/i.test(text) ? timeOf(text) : null;
}

function timeOf(text: string): number | null {
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : time;
}

/** `x-ratelimit-reset` is the second of the epoch, and means something only when nothing remains. */
function afterReset(headers: Headers): number | null {
  const text = String(headers["x-ratelimit-reset"] ?? "");
  return isExhausted(headers) && /^\d+$/.test(text) ? Number(text) * 1000 : null;
}

function isExhausted(headers: Headers): boolean {
  return String(headers["x-ratelimit-remaining"]) === "0";
}
