import { Octokit } from "@octokit/rest";
import { fromOctokit, fromTokenRequest, hasStatus } from "./errors.ts";
import type { GraphqlAnswer, Variables } from "./graphql.ts";
import { sendQuery } from "./graphql.ts";
import { installedRepositories } from "./installed-repositories.ts";
import { listRepositories } from "./list-repositories.ts";

export interface ClientOptions {
  /** "https://api.github.com", or "https://HOST/api/v3" for GitHub Enterprise Server. */
  readonly baseUrl: string;
  /** Where GraphQL is, if not beside `baseUrl`. */
  readonly graphqlUrl?: string;
  readonly userAgent: string;
  /** The installation's token, fresh enough to be used now. Asked for before every request. */
  readonly token: () => Promise<string>;
  /** Called when GitHub answers 401: the token that it was asked with is good no longer. */
  readonly forgetToken?: () => void;
  readonly now: () => Date;
  /** For one request with its answer, in milliseconds. */
  readonly timeout?: number;
}

/** One installation's connection to GitHub. */
export interface GitHubClient {
  readonly octokit: Octokit;
  readonly graphql: (query: string, variables: Variables) => Promise<GraphqlAnswer>;
  /** Whether the installation holds the repository of this id, as of at most a minute ago. */
  readonly isInstalledAt: (repositoryId: number) => Promise<boolean>;
}

const defaultTimeout = 10_000;

/**
 * Without Octokit's throttling and retry plugins: throttling lets one query through per second and sleeps through
 * limits in memory, retrying repeats a create that GitHub had applied before it failed. The jobs do both.
 */
export function createClient(options: ClientOptions): GitHubClient {
  const octokit = new Octokit({ baseUrl: options.baseUrl, userAgent: options.userAgent, log: silent });
  octokit.hook.before("request", async (request) => {
    request.headers.authorization = `token ${await tokenOf(options)}`;
    // Node's fetch has no time limit of its own. The signal also ends an answer whose body does not.
    // A new object: Octokit hands the same defaults to all requests.
    request.request = { ...request.request, signal: AbortSignal.timeout(options.timeout ?? defaultTimeout) };
  });
  octokit.hook.error("request", (error) => {
    const translated = fromOctokit(error, options.now());
    if (hasStatus(translated, 401)) options.forgetToken?.();
    throw translated;
  });
  const url = options.graphqlUrl ?? graphqlUrlBeside(options.baseUrl);
  return {
    octokit,
    graphql: (query, variables) => sendQuery({ octokit, url, now: options.now }, query, variables),
    isInstalledAt: installedRepositories(() => listRepositories({ octokit }), options.now),
  };
}

async function tokenOf({ token, now }: ClientOptions): Promise<string> {
  try {
    return await token();
  } catch (error) {
    // Thrown on, but told from a refusal of the request itself.
    throw fromTokenRequest(error, now());
  }
}

/** GitHub Enterprise Server has REST at `/api/v3` and GraphQL at `/api/graphql`. */
export function graphqlUrlBeside(baseUrl: string): string {
  const base = baseUrl.replace(/\/+$/, "");
  return base.endsWith("/api/v3") ? base.replace(/\/v3$/, "/graphql") : `${base}/graphql`;
}

/** Octokit would write to the console; what goes wrong is thrown and logged by the job. */
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
