import { z } from "zod";
import type { Headers } from "./read-limit.ts";

/** One request that was sent, for those who count. */
export interface Call {
  readonly method: string;
  /** A GraphQL operation's name, else the route with its placeholders. */
  readonly operation: string;
  /** Null where GitHub did not answer. */
  readonly status: number | null;
  readonly ms: number;
  /** What is left of the hour's limit that this request counts for, and GitHub's name for that limit: "core", "graphql". */
  readonly remaining: number | null;
  readonly resource: string | null;
}

const limitFields = z.object({
  "x-ratelimit-remaining": z.coerce.number().int().nullable().catch(null),
  "x-ratelimit-resource": z.string().nullable().catch(null),
});

/** A GitHub Enterprise Server whose limits are off sends no such headers. */
export function limitLeft(headers: Headers): Pick<Call, "remaining" | "resource"> {
  const { "x-ratelimit-remaining": remaining, "x-ratelimit-resource": resource } = limitFields.parse(headers);
  return { remaining, resource };
}
