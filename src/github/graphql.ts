import type { Octokit } from "@octokit/rest";
import { z } from "zod";
import { tooLarge } from "./bounded-fetch.ts";
import { unexpected } from "./errors.ts";
import { isLimitMessage } from "./read-limit.ts";
import { isPermission } from "./tell-refusals.ts";

export type Variables = Readonly<Record<string, string | number | null | readonly string[]>>;

/** GitHub answers what it can and says what it could not: both are the answer. */
export interface GraphqlAnswer {
  readonly data: unknown;
  readonly errors: readonly GraphqlError[];
}

export interface GraphqlError {
  /** "NOT_FOUND", "FORBIDDEN", ...; null for failures inside GitHub. */
  readonly type: string | null;
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const envelope = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(
      z.object({
        type: z.string().nullish(),
        path: z.array(z.union([z.string(), z.number()])).nullish(),
        message: z.string(),
      }),
    )
    .nullish(),
});

interface Endpoint {
  readonly octokit: Octokit;
  readonly url: string;
}

/**
 * A plain request instead of `octokit.graphql`: that one throws on partial errors, finds the URL in its own way, and
 * hides the headers that say when a limit ends.
 */
export async function sendQuery(
  { octokit, url }: Endpoint,
  query: string,
  variables: Variables,
): Promise<GraphqlAnswer> {
  const { data: body } = await octokit.request({ method: "POST", url, query, variables });
  const parsed = envelope.safeParse(body);
  if (!parsed.success) throw unexpected("GraphQL: the answer is neither data nor errors");
  const errors = (parsed.data.errors ?? []).map(toError);
  if (parsed.data.data === null || parsed.data.data === undefined) throw unexpected(wordsFor(errors));
  return { data: parsed.data.data, errors };
}

/** What GitHub says with status 200 of everything that was asked: null, a limit, or a permission that is missing. */
export function complaintIn(body: unknown): { readonly kind: "limit" | "refused"; readonly message: string } | null {
  const errors = (envelope.safeParse(body).data?.errors ?? []).map(toError);
  const limit = errors.find(isLimit);
  if (limit !== undefined) return { kind: "limit", message: limit.message };
  const refused = errors.find(({ type, message }) => type === "FORBIDDEN" && isPermission(message));
  return refused === undefined ? null : { kind: "refused", message: refused.message };
}

function toError(error: NonNullable<z.output<typeof envelope>["errors"]>[number]): GraphqlError {
  return { type: error.type ?? null, path: error.path ?? [], message: error.message };
}

/** What does not exist may have the words of a limit in its name. */
function isLimit(error: GraphqlError): boolean {
  return error.type === "RATE_LIMITED" || (!isAnswer(error) && isLimitMessage(error.message));
}

/** Errors that tell what is so. All others tell that GitHub failed, and what they leave empty is not known to be. */
export function isAnswer(error: GraphqlError): boolean {
  return error.type === "NOT_FOUND" || error.type === "FORBIDDEN";
}

/**
 * GitHub stops what takes it too much to answer, the same each time, and names no number (its changelog, 2025-09-01,
 * "GraphQL API resource limits").
 */
export function isTooMuch({ type }: GraphqlError): boolean {
  return type === "RESOURCE_LIMITS_EXCEEDED";
}

/** For what can be asked in parts: `unlessTooLarge` does so then. */
export function assertWhole<Answer extends GraphqlAnswer>(answer: Answer): Answer {
  if (answer.errors.some(isTooMuch)) throw unexpected(wordsFor(answer.errors));
  return answer;
}

/** Throws what GitHub failed to answer; `apart` are the failures that the caller turns into values itself. */
export function throwFailures(
  errors: readonly GraphqlError[],
  apart: (error: GraphqlError) => boolean = () => false,
): void {
  const failures = errors.filter((error) => !isAnswer(error) && !apart(error));
  if (failures.length > 0) throw unexpected(wordsFor(failures));
}

/**
 * To be called where something is null. That it does not exist, or not for us, is known only when GitHub says so of one
 * of `places`; a failure inside it empties it as well.
 */
export function throwUnlessMissing(errors: readonly GraphqlError[], places: readonly (readonly string[])[]): void {
  const said = errors.some((error) => isAnswer(error) && places.some((place) => place.join() === error.path.join()));
  if (!said) throw unexpected(wordsFor(errors));
}

export function errorsUnder(
  errors: readonly GraphqlError[],
  path: readonly (string | number)[],
): readonly GraphqlError[] {
  return errors.filter((error) => path.every((step, index) => error.path[index] === step));
}

/** Reads an answer by its schema; what does not fit is a failure of this request, not an empty answer. */
export function readAnswer<Schema extends z.ZodType>(schema: Schema, data: unknown): z.output<Schema> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw unexpected(`GitHub's answer has another shape: ${z.prettifyError(parsed.error)}`);
}

function wordsFor(errors: readonly GraphqlError[]): string {
  const words = errors.map((error) => `${error.path.join(".") || "query"}: ${error.message}`);
  const why = errors.some(isTooMuch) ? `${tooLarge} GitHub gives at once: ` : "";
  return `GraphQL: ${why}${words.join("; ") || "no data"}`;
}
