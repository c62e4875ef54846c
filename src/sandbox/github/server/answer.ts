import type { Caller } from "./access.ts";
import type { LoggedRequest } from "./request-log.ts";

/** A request as both halves of the simulation, REST and GraphQL, take it. */
export type Asked = { method: string; url: URL; caller: Caller; body: string };
export type Answer = {
  status: number;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  /** See `LoggedRequest`; 1 unless told. */
  charge?: number;
};

/** A request that has been recognised but not yet carried out, so that a fault can strike before or after. */
export type Planned = { operation: string; kind: LoggedRequest["kind"]; run: () => Answer };
