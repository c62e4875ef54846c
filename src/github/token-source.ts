import { z } from "zod";
import { readAnswer } from "./graphql.ts";

/** What a client asks for its installation's token. */
export interface TokenSource {
  readonly token: () => Promise<string>;
  /** To be called when GitHub takes the token no longer: the next one is asked for anew. */
  readonly forgetToken: () => void;
}

export interface TokenOptions {
  /** Authenticated as the app. */
  readonly asApp: () => Promise<AppOctokit>;
  readonly installation: number;
  readonly now: () => Date;
}

interface AppOctokit {
  readonly request: (
    route: "POST /app/installations/{installation_id}/access_tokens",
    parameters: { readonly installation_id: number },
  ) => Promise<{ readonly data: unknown }>;
}

/**
 * In milliseconds. A token is good for an hour; near its end a job might outlive it. Counted by our own clock from when it
 * was asked for: by GitHub's date, a clock that is an hour ahead would ask for a new one before every request.
 */
const GOOD_FOR_MS = 55 * 60_000;

const created = z.object({ token: z.string() });

interface Token extends z.output<typeof created> {
  readonly askedAt: Date;
}

/**
 * Not `octokit.auth({ type: "installation" })`: Probot hands that a request of its own, which asks api.github.com
 * whatever the base URL is, so that GitHub Enterprise Server would never be asked.
 */
export function tokenSource({ asApp, installation, now }: TokenOptions): TokenSource {
  let current: Promise<Token> | null = null;
  const ask = async (): Promise<Token> => {
    const askedAt = now();
    const octokit = await asApp();
    const route = "POST /app/installations/{installation_id}/access_tokens";
    const { data } = await octokit.request(route, { installation_id: installation });
    return { ...readAnswer(created, data), askedAt };
  };
  const fresh = (): Promise<Token> => {
    const asked = ask();
    current = asked;
    // One that failed is not kept; who asked for it hears of the failure.
    asked.catch(() => {
      if (current === asked) current = null;
    });
    return asked;
  };
  return {
    token: async () => {
      const asked = current ?? fresh();
      const known = await asked;
      if (now().getTime() - known.askedAt.getTime() < GOOD_FOR_MS) return known.token;
      // Whoever comes first asks anew; the others wait for the same answer.
      const renewed = current === asked ? fresh() : (current ?? fresh());
      return (await renewed).token;
    },
    forgetToken: () => {
      current = null;
    },
  };
}
