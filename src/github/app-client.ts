import { Octokit } from "@octokit/rest";
import { z } from "zod";
import { boundedFetch, defaultBounds } from "./bounded-fetch.ts";
import type { Call } from "./call.ts";
import { answerBehind, fromOctokit } from "./errors.ts";
import { endless } from "./lease.ts";
import { operationOf } from "./price.ts";
import { silent } from "./silent.ts";

interface AppClientOptions {
  readonly baseUrl: string;
  /** Probot's `auth()` without an id: it signs the app's tokens. */
  readonly signIn: () => Promise<{ readonly auth: (options: { readonly type: "app" }) => Promise<unknown> }>;
  readonly now: () => Date;
  /** Told of every request that was sent. Must not throw. */
  readonly onCall?: ((call: Call & { readonly installation: number }) => void) | undefined;
}

const signed = z.object({ token: z.string() });

/**
 * Asks as the app itself: who it is, for installations' tokens, for its deliveries. Not through Probot's own Octokit,
 * which sleeps through limits, repeats what failed for 14 s, and waits for an answer without end.
 */
export function createAppClient({ baseUrl, signIn, now, onCall = () => {} }: AppClientOptions): Octokit {
  const octokit = new Octokit({ baseUrl, userAgent: "outcome-link", log: silent });
  const fetch = boundedFetch(defaultBounds, endless.signal);
  octokit.hook.wrap("request", async (send, request) => {
    const { token } = signed.parse(await (await signIn()).auth({ type: "app" }));
    const began = performance.now();
    const tell = (status: number | null) => onCall(callOf(request, status, performance.now() - began));
    try {
      request.headers.authorization = `bearer ${token}`;
      request.request = { ...request.request, fetch };
      const answer = await send(request);
      tell(answer.status);
      return answer;
    } catch (error) {
      tell(answerBehind(error)?.status ?? null);
      // Thrown on, in this room's words: what Octokit throws holds the token.
      throw fromOctokit(error, now());
    }
  });
  return octokit;
}

/** The app's own. Installations are numbered from 1. */
const APP = 0;

/** What is left is told of installations' limits alone: of the app's own nothing hangs that people wait for. */
function callOf(asked: { readonly method: string; readonly url: string }, status: number | null, ms: number) {
  const { method } = asked;
  return { installation: APP, method, operation: operationOf(asked), status, ms, remaining: null, resource: null };
}
