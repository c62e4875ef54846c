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
