import { createServer } from "node:http";
import type { Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answer } from "./answer.ts";
import { closingGently } from "./close-gently.ts";
import { boundConnections } from "./connections.ts";
import type { RequestHandler } from "./webhook-endpoint.ts";

export interface Listening {
  readonly url: string;
  /** From now on every answer asks its sender to use another connection: the next one may go to another process. */
  readonly drain: () => void;
  /** Takes those connections that wait, and then no more; resolves when every request that was taken has its answer. */
  readonly close: () => Promise<void>;
}

export interface Address {
  /** 0: any that is free. */
  readonly port: number;
  /** Every address of this machine when not given. */
  readonly hostname?: string | undefined;
  /** What an operator sets to have another port; PORT when not given. */
  readonly variable?: string | undefined;
}

/** In milliseconds. */
export interface Patience {
  readonly headers: number;
  /** Headers and body. GitHub itself gives a delivery up after 10 s. */
  readonly request: number;
}

export interface ListenOptions extends Address {
  readonly patience?: Patience | undefined;
  readonly handle: RequestHandler;
  readonly logError: (error: unknown, message: string) => void;
}

const usualPatience: Patience = { headers: 5000, request: 10_000 };

/** In milliseconds: longer than the minute for which proxies commonly keep connections, or they would meet closed ones. */
const KEPT_MS = 65_000;

const mostConnections = 1024;

/** Listens on a port. Rejects with one sentence when the port is taken. */
export async function listen(options: ListenOptions): Promise<Listening> {
  const { port, hostname, variable = "PORT", patience = usualPatience } = options;
  const server = createServer({
    headersTimeout: patience.headers,
    requestTimeout: patience.request,
    // How often Node looks for requests that are over their time.
    connectionsCheckingInterval: patience.headers / 5,
    keepAliveTimeout: KEPT_MS,
  });
  boundConnections(server, mostConnections);
  const drain = lettingGo(server);
  const close = closingGently(server);
  server.on("request", (request, response: ServerResponse) => {
    options.handle(request, response).catch((error: unknown) => {
      options.logError(error, "A request could not be answered");
      answer(request, response, [500, "could not be answered"]);
    });
  });
  const { port: bound } = await bind(server, { port, hostname, variable });
  return {
    url: `http://${hostname ?? "localhost"}:${bound}`,
    drain,
    close: () => {
      drain();
      return close();
    },
  };
}

/** Answers how to begin: from then on no connection is kept after its answer, also of requests that have come already. */
function lettingGo(server: Server): () => void {
  const open = new Set<ServerResponse>();
  let hasBegun = false;
  server.on("request", (_, response: ServerResponse) => {
    if (hasBegun) response.setHeader("connection", "close");
    open.add(response);
    response.once("close", () => open.delete(response));
  });
  return () => {
    hasBegun = true;
    for (const response of open) if (!response.headersSent) response.setHeader("connection", "close");
  };
}

function bind(server: Server, { port, hostname, variable }: Address): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    const refuse = (error: Error) => {
      reject(new Error(refusal(error, { port, hostname, variable }), { cause: error }));
    };
    server.once("error", refuse);
    server.listen(port, hostname, () => {
      server.off("error", refuse);
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("The server listens at no port"));
      else resolve(address);
    });
  });
}

/** An address that is not this machine's is not mended by another port. */
function refusal(error: Error, { port, hostname, variable }: Address): string {
  const isOfPort = "code" in error && (error.code === "EADDRINUSE" || error.code === "EACCES");
  if (hostname !== undefined && !isOfPort) return `The address ${hostname} cannot be listened on (${error.message})`;
  return `Port ${port} cannot be listened on (${error.message}); set ${variable} to another`;
}
