import type { ClientOptions } from "../../../src/github/client.ts";
import { createClient } from "../../../src/github/client.ts";
import type { ReaderContext } from "../../../src/github/reader-context.ts";
import { createReader } from "../../../src/github/reader.ts";
import { githubDotCom } from "../../../src/github/schema-features.ts";
import { api } from "./graphql-answers.ts";
import { marker, us } from "./things.ts";

export const now = new Date("2025-03-01T12:00:00Z");

export function testClient(options: Partial<ClientOptions> = {}) {
  return createClient({
    baseUrl: api,
    userAgent: "outcome-link/test",
    token: async () => "ghs_test",
    now: () => now,
    ...options,
  });
}

/** Tells how many queries were under way at once. */
export function watchedClient(options: Partial<ClientOptions> = {}) {
  const client = testClient(options);
  const log = { running: 0, most: 0 };
  const graphql: typeof client.graphql = async (query, variables) => {
    log.running += 1;
    log.most = Math.max(log.most, log.running);
    try {
      return await client.graphql(query, variables);
    } finally {
      log.running -= 1;
    }
  };
  return { client: { ...client, graphql }, log };
}

export function testReader(context: Partial<ReaderContext> = {}) {
  return createReader({
    client: testClient(),
    app: { id: 99, slug: us.login },
    isOurs: (body) => body.startsWith(marker),
    isCommand: (body) => body.startsWith("/outcome"),
    features: githubDotCom,
    ...context,
  });
}

/** The failure with which `promise` was refused. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    // This is what the test is about.
    return error instanceof Error && "failure" in error ? error.failure : error;
  }
  throw new Error("it did not fail");
}
