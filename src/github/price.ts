/** A request before it is sent, as Octokit hands it to its hooks: the URL may still hold the route's placeholders. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  /** Of GraphQL. */
  readonly query?: unknown;
}

export type Resource = "rest" | "graphql";

/** What a request takes of what GitHub allows an installation. */
export interface Price {
  readonly resource: Resource;
  readonly points: number;
  readonly writes: boolean;
  /** It makes something new that people see. */
  readonly creates: boolean;
}

/**
 * GitHub's points: 1 for what reads and 5 for what changes something, in REST and in GraphQL
 * (data/reusables/rest-api/secondary-rate-limit-rest-graphql.md of github/docs).
 */
export function priceOf({ method, url, query }: Asked): Price {
  const resource = typeof query === "string" ? "graphql" : "rest";
  const writes = typeof query === "string" ? /^\s*mutation\b/.test(query) : !/^(?:GET|HEAD|OPTIONS)$/i.test(method);
  return { resource, points: writes ? 5 : 1, writes, creates: /^POST$/i.test(method) && createsContent.test(url) };
}

/**
 * GitHub names no list of what "content-generating requests" are. Its description of the API says of each operation
 * whether it triggers notifications, which @octokit/plugin-throttling takes for them
 * (`src/generated/triggers-notification-paths.ts`): comments and issues are among them, check runs are not. Labels are not either, but everybody sees
 * the new ones, so we count them.
 */
const createsContent = /\/issues(?:\/[^/]+\/comments)?$|\/repos\/[^/]+\/[^/]+\/labels$/;

/** What metrics and logs call it: a GraphQL operation's name, else the route. Names no repository, thing or page. */
export function operationOf({ method, url, query }: Asked): string {
  if (typeof query !== "string") return `${method} ${routeOf(url)}`;
  return /^\s*(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? "graphql";
}

/** Next pages and redirects are whole addresses instead of routes with placeholders: each would be a figure of its own. */
function routeOf(url: string): string {
  return url
    .replace(/^https?:\/\/[^/]+(?:\/api\/v3)?/, "")
    .replace(/\?[^}]*$/, "")
    .replace(/^\/repos\/[^/]+\/[^/]+/, "/repos/{owner}/{repo}")
    .replace(/\/\d+(?=\/|$)/g, "/{id}");
}
