import type { DefinedMetrics } from "../../src/config/metrics-file.ts";
import { readMetricsFile } from "../../src/config/metrics-file.ts";
import type { MetricAnswer } from "../../src/core/follow-up/measured.ts";
import type { MetricFetch } from "../../src/sources/metrics/ask-provider.ts";
import { metricReader } from "../../src/sources/metrics/metric-reader.ts";

export const shop = { owner: "acme", name: "shop" };

/** When it is asked, and as of when. */
export const [now, atMerge] = [new Date("2026-03-17T10:00:00Z"), new Date("2026-03-02T09:00:00Z")];

/** What the operator's file of metrics says, which is right. */
export function defineMetrics(file: unknown, variables: Readonly<Record<string, string>> = {}): DefinedMetrics {
  const read = readMetricsFile(JSON.stringify(file), variables);
  if (read.kind === "invalid") throw new Error(read.problems.join("\n"));
  return read.defined;
}

type Given = Readonly<Record<string, unknown>>;

/** One metric of the shop, named "refunds". */
export function defineMetric(given: Given, variables: Readonly<Record<string, string>> = {}): DefinedMetrics {
  const metric = { name: "refunds", repositories: ["acme/shop"], unit: "a day", window: "7 days", ...given };
  return defineMetrics({ metrics: [metric] }, variables);
}

/** Reads the shop's metric of that name as it was at the merge, through a network of the test's own. */
export async function readThrough(fetch: MetricFetch, defined: DefinedMetrics): Promise<MetricAnswer | null> {
  const logger = { warn: () => {} };
  const reader = metricReader({ ...defined, fetch, now: () => now, logger });
  const found = reader.find({ installation: 1, repository: shop, text: "refunds" });
  return found === null ? null : found.read(atMerge);
}

/** Answers with a text, whatever is asked, and keeps what was asked. */
export function answering(text: string): { readonly fetch: MetricFetch; readonly asked: Parameters<MetricFetch>[0][] } {
  const asked: Parameters<MetricFetch>[0][] = [];
  const fetch: MetricFetch = async (asking) => {
    asked.push(asking);
    return { kind: "answered", text };
  };
  return { fetch, asked };
}

/** Cannot be asked, and says why. */
export function failing(why: string, code: string | null = null): MetricFetch {
  return async () => ({ kind: "failed", why, code });
}

/** The number that was read, or the words for why there is none. */
export function told(answer: MetricAnswer | null): number | string | null {
  if (answer === null) return null;
  return answer.kind === "reading" ? answer.reading.value : answer.why;
}
