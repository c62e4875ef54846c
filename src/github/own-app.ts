import { z } from "zod";
import { readAnswer } from "./graphql.ts";

/** Who we are on GitHub: check runs are found by the id, comments and events by the slug. */
export interface OwnApp {
  readonly id: number;
  /** The login of our comments' author in GraphQL; REST adds "[bot]". */
  readonly slug: string;
}

const app = z.object({ id: z.number(), slug: z.string() });

/** `octokit` is authenticated as the app, not as an installation: Probot's `auth()` without an id gives one. */
export async function readOwnApp(octokit: {
  readonly request: (route: "GET /app") => Promise<{ readonly data: unknown }>;
}): Promise<OwnApp> {
  const { data } = await octokit.request("GET /app");
  return readAnswer(app, data);
}

export interface OwnAppReader {
  readonly get: () => Promise<OwnApp>;
  /** What `get` was answered; undefined before. */
  readonly known: () => OwnApp | undefined;
}

/** Asks once, whoever wants to know. The first answer is remembered, but not a failure to get one. */
export function ownAppReader(octokit: Parameters<typeof readOwnApp>[0]): OwnAppReader {
  let asked: Promise<OwnApp> | undefined;
  let known: OwnApp | undefined;
  const ask = async () => {
    try {
      known = await readOwnApp(octokit);
      return known;
    } catch (error) {
      // Who asked hears of it; the next one asks anew.
      asked = undefined;
      throw error;
    }
  };
  return { get: () => (asked ??= ask()), known: () => known };
}
