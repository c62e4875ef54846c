export type LoggedRequest = {
  method: string;
  path: string;
  /** REST: the description's operation id. GraphQL: the operation's name, else "graphql". */
  operation: string;
  /** Tokens are asked for once an hour, so they are counted apart. */
  kind: "read" | "write" | "token";
  installationId: number | null;
  /** Which of the addresses that this GitHub listens at: processes that are given one each can be told apart. */
  port: number | undefined;
  status: number;
  /** Of what GitHub allows in an hour: a query's points by its size, 1 for anything else. */
  charge: number;
  durationMs: number;
  at: string;
};

export type RequestLog = {
  entries: LoggedRequest[];
  clear: () => void;
  of: (kind: LoggedRequest["kind"]) => LoggedRequest[];
};

export function newRequestLog(): RequestLog {
  const entries: LoggedRequest[] = [];
  return {
    entries,
    clear: () => void entries.splice(0),
    of: (kind) => entries.filter((each) => each.kind === kind),
  };
}
