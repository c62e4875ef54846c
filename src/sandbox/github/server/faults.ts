import type { LoggedRequest } from "./request-log.ts";

export type Moment = "before" | "after";
/** What goes wrong. `after` means that the simulation applied the request first, as GitHub sometimes does. */
export type Failure =
  | { kind: "answers"; status: number; moment: Moment }
  | { kind: "resets"; moment: Moment }
  | { kind: "hangs"; moment: Moment }
  | { kind: "graphql-errors"; message: string }
  /** 403 unless told: GitHub answers a secondary limit with either. */
  | { kind: "secondary-limit"; retryAfterSeconds: number; status?: 403 | 429 }
  | { kind: "primary-limit"; resetsInSeconds: number };
export type FaultedRequest = Pick<LoggedRequest, "method" | "path" | "operation" | "kind">;
export type Fault = {
  /** An operation id, a GraphQL operation's name, "graphql" for every query, or a test of one's own. */
  on: string | ((request: FaultedRequest) => boolean);
  does: Failure;
  /** How many requests it hits; 1 unless told. */
  times?: number;
};

/** What goes wrong with this request, if anything. */
export type Weather = (request: FaultedRequest) => Failure | undefined;

export type Faults = {
  add: (fault: Fault) => void;
  /** Asked about every request for which no fault waits; null: fair weather again. */
  setWeather: (weather: Weather | null) => void;
  clear: () => void;
  take: (request: FaultedRequest) => Failure | undefined;
};

export function newFaults(): Faults {
  const waiting: { fault: Fault; left: number }[] = [];
  let weather: Weather | null = null;
  return {
    add: (fault) => void waiting.push({ fault, left: fault.times ?? 1 }),
    setWeather: (next) => void (weather = next),
    clear: () => void waiting.splice(0),
    take: (request) => {
      const found = waiting.find((each) => each.left > 0 && matches(each.fault, request));
      if (found === undefined) return weather?.(request);
      found.left -= 1;
      return found.fault.does;
    },
  };
}

function matches({ on }: Fault, request: FaultedRequest): boolean {
  if (typeof on === "function") return on(request);
  return on === request.operation || (on === "graphql" && request.path.endsWith("/graphql"));
}
