import { hasStickyMarker } from "../core/report/marker.ts";
import type { GitHubReader, GitHubWriter } from "../sources/ports.ts";
import { createClient } from "./client.ts";
import type { OwnApp } from "./own-app.ts";
import type { ReaderContext } from "./reader-context.ts";
import { createReader } from "./reader.ts";
import { enterpriseServer, githubDotCom } from "./schema-features.ts";
import type { TokenOptions } from "./token-source.ts";
import { tokenSource } from "./token-source.ts";
import { createWriter } from "./writer.ts";

interface ConnectorOptions extends Pick<TokenOptions, "asApp" | "now">, Pick<ReaderContext, "findBases"> {
  readonly ownApp: () => Promise<OwnApp>;
  readonly apiUrl: string;
  /** Where GraphQL is, if not beside `apiUrl`. */
  readonly graphqlUrl: string | undefined;
  readonly enterpriseServer: boolean;
}

interface Connected {
  readonly reader: GitHubReader;
  readonly writer: GitHubWriter;
}

/** One client per installation, made when a job first asks for it. */
export function connector(options: ConnectorOptions): (installation: number) => Promise<Connected> {
  const connections = new Map<number, Promise<Connected>>();
  return async (installation) => {
    const connection = connections.get(installation) ?? connect(options, installation);
    connections.set(installation, connection);
    // A connection that failed is made anew by the next job.
    connection.catch(() => connections.delete(installation));
    return connection;
  };
}

async function connect(options: ConnectorOptions, installation: number): Promise<Connected> {
  const { asApp, now, apiUrl, graphqlUrl } = options;
  const client = createClient({
    baseUrl: apiUrl,
    ...(graphqlUrl !== undefined && { graphqlUrl }),
    userAgent: "outcome-link",
    ...tokenSource({ asApp, installation, now }),
    now,
  });
  const features = options.enterpriseServer ? enterpriseServer : githubDotCom;
  const { findBases } = options;
  const reader = createReader({ client, app: await options.ownApp(), isOurs: hasStickyMarker, features, findBases });
  return { reader, writer: createWriter(client) };
}
