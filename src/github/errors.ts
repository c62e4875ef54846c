import { z } from "zod";
import { tooLarge } from "./bounded-fetch.ts";
import type { Headers } from "./read-limit.ts";
import { isLimit, retryAt } from "./read-limit.ts";

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
  /** Our own count of what an app may create is full until then: the request was not sent. All others may go on. */
  | { readonly kind: "no-room"; readonly at: Date }
  /**
   * No token: the installation is suspended; GitHub does not know it, for it was removed or is so new that not all of
   * GitHub has heard of it; or GitHub does not take the app's own key or clock. Everything that is asked fails alike.
   */
  | { readonly kind: "no-token"; readonly reason: string; readonly why: "suspended" | "not-known" | "app-refused" }
  /** The job ended or somebody else has taken it over: nothing more is asked for it. */
  | { readonly kind: "let-go" }
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
  const reason = translated.message;
  const why = whyNoToken(translated);
  return why === null ? translated : new GitHubError(reason, { kind: "no-token", reason, why });
}

function whyNoToken(error: GitHubError): (Failure & { readonly kind: "no-token" })["why"] | null {
  if (hasStatus(error, 401)) return "app-refused";
  if (hasStatus(error, 404)) return "not-known";
  return error.failure.kind === "refused" ? "suspended" : null;
}

/**
 * Everybody may write comments of 65,536 characters: a hundred of one thread may be more than is taken for an answer, and
 * those of several threads are.
 */
export async function unlessTooLarge<Read>(ask: () => Promise<Read>): Promise<Read | "too-large"> {
  try {
    return await ask();
  } catch (error) {
    // Less is asked for then; every other failure is the caller's.
    if (!(error instanceof GitHubError && error.message.includes(tooLarge))) throw error;
    return "too-large";
  }
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

/** What GitHub answered, where it did and the error tells. */
export function answerBehind(error: unknown): { readonly status: number; readonly headers: Headers } | null {
  const request = requestError.safeParse(error);
  if (!request.success || request.data.response === undefined) return null;
  return { status: request.data.status, headers: request.data.response.headers };
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

function failureOf({ status, headers, body }: Answer, now: Date): Failure {
  const reason = messageOf(body);
  if (status === 429 || (status === 403 && isLimit(headers, reason))) {
    return { kind: "retry-later", at: retryAt(headers, now) };
  }
  // So GitHub refuses also what is asked with a token of before the suspension (octokit/octokit.rb#1307).
  if (status === 403 && /installation has been suspended/i.test(reason)) {
    return { kind: "no-token", reason, why: "suspended" };
  }
  if (status === 403) return { kind: "refused", reason };
  const errors = errorBody.safeParse(body).data?.errors ?? [];
  return { kind: "status", status, codes: errors.flatMap((error) => error?.code ?? []) };
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
