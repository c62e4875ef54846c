import type { Failure, FaultedRequest, Weather } from "../../src/sandbox/github/server/faults.ts";
import type { Random } from "../random.ts";

type Failing = (random: Random, request: FaultedRequest) => Failure | undefined;

/** What goes wrong with requests of the app, each with its share of them all. */
const failings: readonly { readonly share: number; readonly failing: Failing }[] = [
  { share: 0.025, failing: (random) => ({ kind: "answers", status: random.pick(statuses), moment: "before" }) },
  { share: 0.025, failing: (random) => ({ kind: "answers", status: random.pick(statuses), moment: "after" }) },
  { share: 0.01, failing: () => ({ kind: "resets", moment: "after" }) },
  { share: 0.01, failing: (random) => ({ kind: "secondary-limit", retryAfterSeconds: 1 + random.whole(3) }) },
  {
    share: 0.005,
    failing: (random) => ({ kind: "secondary-limit", status: 429, retryAfterSeconds: 1 + random.whole(2) }),
  },
  { share: 0.005, failing: (random) => ({ kind: "hangs", moment: random.pick(["before", "after"]) }) },
  {
    share: 0.005,
    // Only GraphQL says under 200 that something went wrong.
    failing: (_random, { path }) =>
      path.endsWith("/graphql") ? { kind: "graphql-errors", message: "Something went wrong" } : undefined,
  },
];

const statuses = [500, 502, 503, 504] as const;

export interface CountedWeather {
  readonly weather: Weather;
  /** How often each thing went wrong, the most frequent first. */
  readonly tell: () => string;
}

/** Foul weather: a draw for each request. */
export function foulWeather(random: Random): CountedWeather {
  const counts = new Map<string, number>();
  let requests = 0;
  const weather: Weather = (request) => {
    requests += 1;
    const failure = draw(random, request);
    if (failure !== undefined) counts.set(nameOf(failure), (counts.get(nameOf(failure)) ?? 0) + 1);
    return failure;
  };
  const tell = () => {
    const told = [...counts].toSorted((a, b) => b[1] - a[1]).map(([name, count]) => `${name} ${count}`);
    return `of ${requests} requests: ${told.join(", ")}`;
  };
  return { weather, tell };
}

function draw(random: Random, request: FaultedRequest): Failure | undefined {
  let left = random.whole(100_000) / 100_000;
  for (const { share, failing } of failings) {
    if (left < share) return failing(random, request);
    left -= share;
  }
  return undefined;
}

function nameOf(failure: Failure): string {
  switch (failure.kind) {
    case "answers":
      return `5xx ${failure.moment}`;
    case "secondary-limit":
      return failure.status === 429 ? "429" : "secondary limit";
    case "resets":
    case "hangs":
    case "graphql-errors":
    case "primary-limit":
      return failure.kind;
    default:
      return failure satisfies never;
  }
}
