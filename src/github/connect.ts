import { followUpKind, hasStickyMarker } from "../core/report/marker.ts";
import type { BoardWriter, GitHubReader, GitHubWriter } from "../sources/ports.ts";
import type { Allowances } from "./allowances.ts";
import { budgetOf, unlimited } from "./budget.ts";
import type { Call } from "./call.ts";
import { createClient } from "./client.ts";
import { fromTokenRequest } from "./errors.ts";
import { heldRepositories } from "./installed-repositories.ts";
import type { Lease } from "./lease.ts";
import type { OwnApp } from "./own-app.ts";
import type { ReaderContext } from "./reader-context.ts";
import { createReader } from "./reader.ts";
import { enterpriseServer, githubDotCom } from "./schema-features.ts";
import { refusalTeller } from "./tell-refusals.ts";
import type { TokenOptions, TokenSource } from "./token-source.ts";
import { tokenSource } from "./token-source.ts";
import type { Traffic } from "./traffic.ts";
import { openTraffic } from "./traffic.ts";
import { createBoardWriter } from "./write-board.ts";
import { createWriter } from "./writer.ts";

export interface ConnectorOptions
  extends Pick<TokenOptions, "asApp" | "now">, Pick<ReaderContext, "findBases" | "isCommand"> {
  readonly ownApp: () => Promise<OwnApp>;
  readonly apiUrl: string;
  /** Where GraphQL is, if not beside `apiUrl`. */
  readonly graphqlUrl: string | undefined;
  readonly enterpriseServer: boolean;
  /** Where what is sent is counted; without, it is not. */
  readonly allowances?: Allowances;
  /** Told of every request that was sent. Must not throw. */
  readonly onCall?: ((call: Call & { readonly installation: number }) => void) | undefined;
  readonly logger?: { warn(fields: object, message: string): void };
}

interface Connected {
  readonly reader: GitHubReader;
  readonly writer: GitHubWriter;
  readonly board: BoardWriter;
}

/** What is known of one installation, whichever job asks. */
interface Installation {
  readonly traffic: Traffic;
  readonly tokens: TokenSource;
  readonly untouchedHeads: Set<string>;
}

/** Connects a job to an installation for as long as its lease lasts. What the jobs share is made when the first one asks. */
export function connector(options: ConnectorOptions): (installation: number, lease?: Lease) => Promise<Connected> {
  const installations = new Map<number, Installation>();
  const tellRefusal = refusalTeller({ logger: options.logger ?? { warn: () => {} }, now: options.now });
  return async (id, lease) => {
    const installation = installations.get(id) ?? open(options, id, tellRefusal);
    installations.set(id, installation);
    return connect(options, installation, lease);
  };
}

function open(
  options: ConnectorOptions,
  installation: number,
  tellRefusal: ReturnType<typeof refusalTeller>,
): Installation {
  const { asApp, now, allowances, onCall } = options;
  const traffic = openTraffic(now, {
    budget: allowances === undefined ? unlimited : budgetOf({ allowances, installation, now }),
    repositories: heldRepositories(now),
    onLimit: async (until) => allowances?.close(installation, until),
    onCall: (call) => onCall?.({ ...call, installation }),
    onRefusal: (refusal) => tellRefusal(installation, refusal),
  });
  return { traffic, tokens: tokenSource({ asApp, installation, now }), untouchedHeads: new Set() };
}

async function connect(
  options: ConnectorOptions,
  { traffic, tokens, untouchedHeads }: Installation,
  lease: Lease | undefined,
): Promise<Connected> {
  const { now, apiUrl, graphqlUrl, findBases, isCommand } = options;
  const client = createClient({
    baseUrl: apiUrl,
    ...(graphqlUrl !== undefined && { graphqlUrl }),
    userAgent: "outcome-link",
    ...tokens,
    now,
    traffic,
    ...(lease !== undefined && { lease }),
  });
  const features = options.enterpriseServer ? enterpriseServer : githubDotCom;
  const app = await askWhoWeAre(options);
  const reader = createReader({
    client,
    app,
    isOurs: hasStickyMarker,
    followUpKind,
    isCommand,
    features,
    findBases,
    untouchedHeads,
  });
  return { reader, writer: createWriter(client), board: createBoardWriter(client) };
}

async function askWhoWeAre({ ownApp, now }: Pick<ConnectorOptions, "ownApp" | "now">): Promise<OwnApp> {
  try {
    return await ownApp();
  } catch (error) {
    // Thrown on. Where GitHub does not take the app's key, this is no job's fault: it is asked with it as tokens are.
    throw fromTokenRequest(error, now());
  }
}
