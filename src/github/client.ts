import { Octokit } from "@octokit/rest";
import type { Bounds } from "./bounded-fetch.ts";
import { boundedFetch, defaultBounds } from "./bounded-fetch.ts";
import type { GraphqlAnswer, Variables } from "./graphql.ts";
import { sendQuery } from "./graphql.ts";
import type { Lease } from "./lease.ts";
import { endless } from "./lease.ts";
import { listRepositories } from "./list-repositories.ts";
import type { Way } from "./send-request.ts";
import { sendRequest } from "./send-request.ts";
import { silent } from "./silent.ts";
import type { Traffic } from "./traffic.ts";
import { openTraffic } from "./traffic.ts";

export interface ClientOptions {
  /** "https://api.github.com", or "https://HOST/api/v3" for GitHub Enterprise Server. */
  readonly baseUrl: string;
  /** Where GraphQL is, if not beside `baseUrl`. */
  readonly graphqlUrl?: string;
  readonly userAgent: string;
  /** The installation's token, fresh enough to be used now. Asked for before every request. */
  readonly token: () => Promise<string>;
  /** Called when GitHub takes the token that it was asked with no longer. */
  readonly forgetToken?: () => void;
  readonly now: () => Date;
  readonly bounds?: Bounds;
  /** Shared with the installation's other clients; its own unless given. */
  readonly traffic?: Traffic;
  /** Of the job that asks; endless unless given. */
  readonly lease?: Lease;
}

/** One installation's connection to GitHub. */
export interface GitHubClient {
  readonly octokit: Octokit;
  readonly graphql: (query: string, variables: Variables) => Promise<GraphqlAnswer>;
  /** Whether the installation holds the repository of this id, as of at most a minute ago. */
  readonly isInstalledAt: (repositoryId: number) => Promise<boolean>;
}

/**
 * Without Octokit's throttling and retry plugins: throttling lets one query through per second and sleeps through
 * limits in memory, retrying repeats a create that GitHub had applied before it failed. The jobs do both.
 */
export function createClient(options: ClientOptions): GitHubClient {
  const { baseUrl, userAgent, bounds = defaultBounds } = options;
  const way = wayOf(options);
  const { traffic, lease } = way;
  const octokit = new Octokit({ baseUrl, userAgent, log: silent });
  const fetch = boundedFetch(bounds, lease.signal);
  octokit.hook.wrap("request", (send, request) =>
    sendRequest(way, request, async (token) => {
      // Octokit's own hooks pass on what they were given, not a copy. Within it all requests share the same defaults.
      request.headers.authorization = `token ${token}`;
      request.request = { ...request.request, fetch };
      return send(request);
    }),
  );
  const url = options.graphqlUrl ?? graphqlUrlBeside(baseUrl);
  return {
    octokit,
    graphql: (query, variables) => sendQuery({ octokit, url }, query, variables),
    isInstalledAt: (id) => traffic.repositories(id, () => listRepositories({ octokit })),
  };
}

function wayOf(options: ClientOptions): Way {
  const { token, forgetToken = () => {}, lease = endless, now } = options;
  return { traffic: options.traffic ?? openTraffic(now), tokens: { token, forgetToken }, lease, now };
}

/** GitHub Enterprise Server has REST at `/api/v3` and GraphQL at `/api/graphql`. */
export function graphqlUrlBeside(baseUrl: string): string {
  const base = baseUrl.replace(/\/+$/, "");
  return base.endsWith("/api/v3") ? base.replace(/\/v3$/, "/graphql") : `${base}/graphql`;
}
