import { Counter, Gauge, Histogram } from "prom-client";
import type { Registry } from "prom-client";

/** One request to GitHub. */
export interface ApiCall {
  readonly installation: number;
  readonly operation: string;
  /** Null: there was no answer. */
  readonly status: number | null;
  readonly ms: number;
  /** What GitHub said is left of the installation's limit; null where it did not say. */
  readonly remaining: number | null;
  /** Which of its limits: "core", "graphql". */
  readonly resource: string | null;
}

/** In seconds. Each request is given up after 10. */
const buckets = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** GitHub renews its limits every hour, so what it said before says nothing any more. In milliseconds. */
const NEWS_MS = 3600 * 1000;

/** Answers what counts a call. */
export function apiMetrics(registry: Registry, now: () => number): (call: ApiCall) => void {
  const registers = [registry];
  const requests = new Counter({
    name: "outcome_github_requests_total",
    help: "Requests to GitHub by operation and class of status: 2xx, 3xx, 4xx, 5xx, or none where no answer came.",
    labelNames: ["operation", "status"],
    registers,
  });
  const seconds = new Histogram({
    name: "outcome_github_request_duration_seconds",
    help: "How long requests to GitHub took, by operation.",
    labelNames: ["operation"],
    buckets,
    registers,
  });
  const note = remainingMetrics(registry, now);
  return (call) => {
    requests.inc({ operation: call.operation, status: classOf(call.status) });
    seconds.observe({ operation: call.operation }, call.ms / 1000);
    note(call);
  };
}

function classOf(status: number | null): string {
  return status === null ? "none" : `${Math.floor(status / 100)}xx`;
}

/** The tightest installation alone: it is the one whose work will have to wait. */
function remainingMetrics(registry: Registry, now: () => number): (call: ApiCall) => void {
  const known = new Map<string, { readonly resource: string; readonly remaining: number; readonly at: number }>();
  const gauge = new Gauge({
    name: "outcome_github_remaining",
    help: "What is left of GitHub's hourly limit, by resource, for the installation that has least, as of the last hour.",
    labelNames: ["resource"],
    registers: [registry],
    collect: () => {
      gauge.reset();
      const least = new Map<string, number>();
      for (const [key, { resource, remaining, at }] of known) {
        if (now() - at > NEWS_MS) known.delete(key);
        else least.set(resource, Math.min(remaining, least.get(resource) ?? Infinity));
      }
      for (const [resource, remaining] of least) gauge.set({ resource }, remaining);
    },
  });
  return ({ installation, resource, remaining }) => {
    if (resource === null || remaining === null) return;
    known.set(`${installation} ${resource}`, { resource, remaining, at: now() });
  };
}
