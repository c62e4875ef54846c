import { readFileSync } from "node:fs";
import { readMetricsFile } from "./config/metrics-file.ts";
import type { DefinedMetrics } from "./config/metrics-file.ts";
import { usualGuard, guardedFetch } from "./outbound/guarded-fetch.ts";
import { metricReader } from "./sources/metrics/metric-reader.ts";
import type { MetricPorts, MetricReader } from "./sources/metrics/metric-reader.ts";

/** The file that METRICS_FILE names. Throws one sentence that tells each line where something is wrong. */
export function loadMetrics(path: string, variables: Readonly<Record<string, string | undefined>>): DefinedMetrics {
  const read = readMetricsFile(readText(path), variables);
  if (read.kind === "ok") return read.defined;
  throw new Error(`The file of METRICS_FILE (${path}) cannot be used: ${read.problems.join(" ")}`);
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    // The file system's words name no variable, and of a folder not even the path.
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`The file of METRICS_FILE (${path}) cannot be read: ${why}`, { cause: error });
  }
}

/** Asks for what the operator defined, over the network. Nothing where nothing is defined. */
export function openMetrics(
  defined: DefinedMetrics | undefined,
  around: Pick<MetricPorts, "now" | "logger">,
): MetricReader | undefined {
  return defined && metricReader({ ...defined, ...around, fetch: guardedFetch(usualGuard) });
}
