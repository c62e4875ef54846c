import { Counter, Histogram, Registry, collectDefaultMetrics } from "prom-client";
import { apiMetrics } from "./metrics-of-api.ts";
import type { ApiCall } from "./metrics-of-api.ts";
import { storeMetrics } from "./metrics-of-store.ts";
import type { StoreFigures } from "./metrics-of-store.ts";
import { deliveryOutcomes } from "./webhook-endpoint.ts";
import type { DeliveryOutcome } from "./webhook-endpoint.ts";

/** What the rooms tell, to be counted for operators. */
export interface Metrics {
  /** A request to the webhook's address was answered. */
  readonly onAnswer: (answered: { readonly outcome: DeliveryOutcome; readonly ms: number }) => void;
  /** What became of a delivery that was taken: recorded, repeated, replayed, ... */
  readonly onDelivery: (outcome: string) => void;
  readonly onJobEnd: (ended: JobEnd) => void;
  readonly onVerdict: (conclusion: string) => void;
  readonly onCall: (call: ApiCall) => void;
  readonly content: () => Promise<string>;
  readonly contentType: string;
}

interface JobEnd {
  readonly kind: string;
  readonly outcome: string;
  readonly ms: number;
}

/** In seconds: from an acknowledgement that nobody notices to GitHub's own limit of 10 s. */
const acknowledgement = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** In seconds. A job is a few requests to GitHub. */
const jobDuration = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

/**
 * The figures of one process in a registry of its own. Nothing is labelled by repository or installation: those who
 * read figures need not be those who may see who uses the app, and a thousand installations would be a thousand lines.
 */
export function openMetrics(figures: () => Promise<StoreFigures>, now: () => number): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const renew = storeMetrics(registry, figures);
  const { onAnswer, onDelivery } = deliveryMetrics(registry);
  return {
    onAnswer,
    onDelivery,
    onJobEnd: jobMetrics(registry),
    onVerdict: verdictMetrics(registry),
    onCall: apiMetrics(registry, now),
    content: async () => {
      await renew();
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}

function deliveryMetrics(registry: Registry): Pick<Metrics, "onAnswer" | "onDelivery"> {
  const registers = [registry];
  const requests = new Counter({
    name: "outcome_webhook_requests_total",
    help: "Requests to the webhook's address by how they were answered. Everything but stored is a refusal, with its reason.",
    labelNames: ["outcome"],
    registers,
  });
  for (const outcome of deliveryOutcomes) requests.inc({ outcome }, 0);
  const seconds = new Histogram({
    name: "outcome_webhook_acknowledgement_seconds",
    help: "Time from a delivery's headers to the answer that it is stored. GitHub gives up after 10 seconds.",
    buckets: acknowledgement,
    registers,
  });
  const deliveries = new Counter({
    name: "outcome_deliveries_total",
    help:
      "Verified deliveries: recorded (new), repeated (GitHub delivered it again), replayed (the body of another), " +
      "ignored (asks for nothing), unreadable (not what GitHub's events look like: look at the log).",
    labelNames: ["outcome"],
    registers,
  });
  return {
    onAnswer: ({ outcome, ms }) => {
      requests.inc({ outcome });
      if (outcome === "stored") seconds.observe(ms / 1000);
    },
    onDelivery: (outcome) => deliveries.inc({ outcome }),
  };
}

function jobMetrics(registry: Registry): Metrics["onJobEnd"] {
  const registers = [registry];
  const ended = new Counter({
    name: "outcome_jobs_ended_total",
    help:
      "Tries of jobs by how they ended: done, again (failed, will be tried again), dead (given up, see the dead " +
      "letters), put-off (GitHub's limits), handed-back (this process stopped or lost it).",
    labelNames: ["kind", "outcome"],
    registers,
  });
  const seconds = new Histogram({
    name: "outcome_job_duration_seconds",
    help: "How long tries of jobs took.",
    labelNames: ["kind"],
    buckets: jobDuration,
    registers,
  });
  return ({ kind, outcome, ms }) => {
    ended.inc({ kind, outcome });
    seconds.observe({ kind }, ms / 1000);
  };
}

function verdictMetrics(registry: Registry): Metrics["onVerdict"] {
  const verdicts = new Counter({
    name: "outcome_verdicts_total",
    help: "Check runs written, by their conclusion; in_progress where a merge group waits.",
    labelNames: ["conclusion"],
    registers: [registry],
  });
  return (conclusion) => verdicts.inc({ conclusion });
}
