import { Octokit } from "@octokit/rest";
import { z } from "zod";
import { boundedFetch, defaultBounds } from "./bounded-fetch.ts";
import { fromOctokit } from "./errors.ts";
import { endless } from "./lease.ts";
import { silent } from "./silent.ts";

interface AppClientOptions {
  readonly baseUrl: string;
  /** Probot's `auth()` without an id: it signs the app's tokens. */
  readonly signIn: () => Promise<{ readonly auth: (options: { readonly type: "app" }) => Promise<unknown> }>;
  readonly now: () => Date;
}

const signed = z.object({ token: z.string() });

/**
 * Asks as the app itself: who it is, for installations' tokens, for its deliveries. Not through Probot's own Octokit,
 * which sleeps through limits, repeats what failed for 14 s, and waits for an answer without end.
 */
export function createAppClient({ baseUrl, signIn, now }: AppClientOptions): Octokit {
  const octokit = new Octokit({ baseUrl, userAgent: "outcome-link", log: silent });
  const fetch = boundedFetch(defaultBounds, endless.signal);
  octokit.hook.wrap("request", async (send, request) => {
    const { token } = signed.parse(await (await signIn()).auth({ type: "app" }));
    try {
      request.headers.authorization = `bearer ${token}`;
      request.request = { ...request.request, fetch };
      return await send(request);
    } catch (error) {
      // Thrown on, in this room's words: what Octokit throws holds the token.
      throw fromOctokit(error, now());
    }
  });
  return octokit;
}
