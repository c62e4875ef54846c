import { z } from "zod";

/** Why GitHub did not give what was asked. */
export type Failure =
  /** A primary or secondary limit. `at` is when GitHub says to come back; null when it does not say. */
  | { readonly kind: "retry-later"; readonly at: Date | null }
  /** 403 that is no limit: a permission not granted, an archived repository, a locked conversation. */
  | { readonly kind: "refused"; readonly reason: string }
  /** Another status. `codes` are those of GitHub's `errors`, such as "already_exists". */
  | { readonly kind: "status"; readonly status: number; readonly codes: readonly string[] }
  /** No answer: our time limit, a reset connection, no such host. Whether a write was applied is unknown. */
  | { readonly kind: "no-answer" }
  /** No token for this installation: it is suspended, or the app was removed. Everything asked of it fails alike. */
  | { readonly kind: "no-token"; readonly reason: string }
  /** An answer that is not what GitHub documents. */
  | { readonly kind: "unexpected" };

/** The one error of this room. It carries no request and no headers, so that it can be logged as it is. */
export class GitHubError extends Error {
  override readonly name = "GitHubError";
  readonly failure: Failure;

  constructor(message: string, failure: Failure) {
    super(message);
    this.failure = failure;
  }
}

export function unexpected(message: string): GitHubError {
  return new GitHubError(message, { kind: "unexpected" });
}

export function hasStatus(error: unknown, ...statuses: readonly number[]): boolean {
  return error instanceof GitHubError && error.failure.kind === "status" && statuses.includes(error.failure.status);
}

/** Whether GitHub failed at this one question: it is to be asked again, and nothing is known until then. */
export function isNoAnswer(error: unknown): boolean {
  if (!(error instanceof GitHubError)) return false;
  const { failure } = error;
  return failure.kind === "no-answer" || (failure.kind === "status" && failure.status >= 500);
}

/** A token that was refused says nothing about what was to be asked with it. */
export function fromTokenRequest(error: unknown, now: Date): unknown {
  const translated = fromOctokit(error, now);
  if (!(translated instanceof GitHubError)) return translated;
  const refused = translated.failure.kind === "refused" || hasStatus(translated, 401, 404);
  return refused ? new GitHubError(translated.message, { kind: "no-token", reason: translated.message }) : translated;
}

/** What Octokit threw, as this room's error. Anything that did not come from a request stays what it is. */
export function fromOctokit(error: unknown, now: Date): unknown {
  if (error instanceof GitHubError || !(error instanceof Error)) return error;
  // Octokit rethrows an abort as it came, and gives every other lost connection the status 500 without a response.
  if (error.name === "AbortError") return new GitHubError("GitHub did not answer in time", { kind: "no-answer" });
  const request = requestError.safeParse(error);
  if (!request.success) return error;
  const { response, status } = request.data;
  const place = `${request.data.request.method} ${pathOf(request.data.request.url)}`;
  if (response === undefined) return new GitHubError(`${place}: ${error.message}`, { kind: "no-answer" });
  const failure = failureOf({ status, headers: response.headers, body: response.data }, now);
  return new GitHubError(`${place}: ${status} ${messageOf(response.data)}`, failure);
}

const headerFields = z.record(z.string(), z.union([z.string(), z.number(), z.undefined()]));

/** Known by its shape, not its class: several copies of @octokit/request-error may be installed. */
const requestError = z.object({
  name: z.literal("HttpError"),
  status: z.number(),
  request: z.object({ method: z.string(), url: z.string() }),
  response: z.object({ headers: headerFields, data: z.unknown() }).optional(),
});

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

type Headers = Readonly<z.output<typeof headerFields>>;

function failureOf(answer: Answer, now: Date): Failure {
  const { status } = answer;
  if (status === 429 || (status === 403 && isLimit(answer))) {
    return { kind: "retry-later", at: retryAt(answer.headers, now) };
  }
  if (status === 403) return { kind: "refused", reason: messageOf(answer.body) };
  const errors = errorBody.safeParse(answer.body).data?.errors ?? [];
  return { kind: "status", status, codes: errors.flatMap((error) => error?.code ?? []) };
}

function isLimit({ headers, body }: Answer): boolean {
  return headers["retry-after"] !== undefined || isExhausted(headers) || isLimitMessage(messageOf(body));
}

/** GitHub words secondary limits in several ways, the older ones as "abuse detection". */
export function isLimitMessage(message: string): boolean {
  return /rate limit|abuse detection/i.test(message);
}

/** `retry-after` counts seconds; `x-ratelimit-reset` is the second of the epoch and means something only when nothing remains. */
export function retryAt(headers: Headers, now: Date): Date | null {
  const wait = Number(headers["retry-after"] ?? Number.NaN);
  if (Number.isFinite(wait)) return new Date(now.getTime() + wait * 1000);
  const reset = Number(headers["x-ratelimit-reset"] ?? Number.NaN);
  return isExhausted(headers) && Number.isFinite(reset) ? new Date(reset * 1000) : null;
}

function isExhausted(headers: Headers): boolean {
  return String(headers["x-ratelimit-remaining"]) === "0";
}

const errorBody = z.object({
  message: z.string().optional(),
  errors: z
    .array(z.object({ code: z.string().optional() }).nullable().catch(null))
    .optional()
    .catch([]),
});

function messageOf(body: unknown): string {
  return errorBody.safeParse(body).data?.message ?? "";
}

/** Without query, which Octokit may fill with what should not stand in a log. */
function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url;
}
