import type { SimulatedGitHub } from "../src/sandbox/github/simulated-github.ts";
import { newLimits } from "../src/sandbox/github/server/limits.ts";
import type { LoggedRequest } from "../src/sandbox/github/server/request-log.ts";

/** In seconds and at once: what GitHub takes to answer, and how many jobs the app runs. */
const latency = 0.1;
const concurrency = 8;

/**
 * What was asked of GitHub since the log was cleared, what the tightest installation used of its limits, and how many seconds
 * after the slot people were asked.
 */
export function tellSlot({ requests, state }: SimulatedGitHub, after: readonly number[]): void {
  const sent = requests.entries.filter(({ kind }) => kind !== "token");
  const kinds = Map.groupBy(sent, ({ kind, operation }) => `${kind} ${operation}`);
  const rows = [...kinds].map(([what, of]) => ({ what, requests: of.length, "points of an hour": chargeOf(of) }));
  console.table(rows.toSorted((a, b) => b.requests - a.requests));
  const installations = state.installations.map(({ id }) => sent.filter((one) => one.installationId === id));
  console.table({
    ...peaksOf(installations),
    "requests in all": sent.length,
    "of them refused": sent.filter(({ status }) => status === 403 || status === 429).length,
    "people asked": after.length,
    "seconds from the slot to the first question (the app looks once a minute)": Math.min(...after),
    "seconds from the slot to the last one, as far as limits make it wait": Math.max(...after),
    [`seconds that these requests take, at ${latency * 1000} ms and ${concurrency} at once (computed)`]: Math.round(
      (sent.length * latency) / concurrency,
    ),
  });
}

/** Counted anew from the log, so that what was done before the slot is left out. */
function peaksOf(installations: readonly (readonly LoggedRequest[])[]) {
  const limits = newLimits();
  for (const sent of installations) for (const one of sent) limits.count(one, new Date(one.at));
  const peaks = installations.flatMap(([one]) => limits.peaks(one?.installationId ?? 0));
  const most = (of: keyof (typeof peaks)[number]) => Math.max(...peaks.map((peak) => peak[of]));
  const charged = (api: "rest" | "graphql") =>
    Math.max(...installations.map((sent) => chargeOf(sent.filter((one) => apiOf(one) === api))));
  return {
    "most created by one installation in a minute (GitHub: 80)": most("createdAMinute"),
    "most created by one installation in an hour (GitHub: 500)": most("createdAnHour"),
    "most REST points of one installation in a minute (GitHub: 900)": most("restAMinute"),
    "most GraphQL points of one installation in a minute (GitHub: 2,000)": most("graphqlAMinute"),
    "most REST requests of one installation (GitHub: 5,000 an hour)": charged("rest"),
    "most GraphQL points of one installation (GitHub: 5,000 an hour)": charged("graphql"),
  };
}

function apiOf({ path }: LoggedRequest): "rest" | "graphql" {
  return path.endsWith("/graphql") ? "graphql" : "rest";
}

function chargeOf(sent: readonly LoggedRequest[]): number {
  return sent.reduce((sum, { charge }) => sum + charge, 0);
}
