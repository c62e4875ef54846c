import { Gauge } from "prom-client";
import type { Registry } from "prom-client";

/** What the store says of itself at this moment. All processes on one store say the same. */
export interface StoreFigures {
  readonly jobs: Readonly<Record<"waiting" | "active" | "backingOff" | "delayed" | "dead", number>>;
  /** How long the oldest job has waited that could be taken now; 0 where none waits. In seconds. */
  readonly oldestSeconds: number;
  readonly pausedLines: number;
}

/** Answers how to renew the figures: once before each reading, and never a rejection. */
export function storeMetrics(registry: Registry, figures: () => Promise<StoreFigures>): () => Promise<void> {
  const gauges = storeGauges(registry);
  return async () => {
    try {
      show(gauges, await figures());
    } catch {
      // `outcome_store_up` says so. Old figures would lie, and the others must not be lost with these.
      gauges.jobs.reset();
      for (const gauge of [gauges.oldest, gauges.dead, gauges.paused]) gauge.set(Number.NaN);
      gauges.up.set(0);
    }
  };
}

function show(gauges: ReturnType<typeof storeGauges>, { jobs, oldestSeconds, pausedLines }: StoreFigures): void {
  gauges.up.set(1);
  gauges.jobs.set({ state: "waiting" }, jobs.waiting);
  gauges.jobs.set({ state: "active" }, jobs.active);
  gauges.jobs.set({ state: "backing_off" }, jobs.backingOff);
  gauges.jobs.set({ state: "delayed" }, jobs.delayed);
  gauges.oldest.set(oldestSeconds);
  gauges.dead.set(jobs.dead);
  gauges.paused.set(pausedLines);
}

function storeGauges(registry: Registry) {
  const registers = [registry];
  return {
    up: new Gauge({
      name: "outcome_store_up",
      help: "1 while the store answers. While it does not, there are no figures of jobs.",
      registers,
    }),
    jobs: new Gauge({
      name: "outcome_jobs",
      help:
        "Jobs in the store: waiting (could run now), active, backing_off (failed, to be tried again), delayed (not yet " +
        "due). The same from every process on the store.",
      labelNames: ["state"],
      registers,
    }),
    oldest: new Gauge({
      name: "outcome_oldest_waiting_job_seconds",
      help: "How long the oldest job has waited that could run now. While it grows, the app does not keep up.",
      registers,
    }),
    dead: new Gauge({
      name: "outcome_dead_letters",
      help: "Jobs that were given up on: `npm run outcome -- jobs` lists them and tries them again.",
      registers,
    }),
    paused: new Gauge({
      name: "outcome_paused_lines",
      help: "Installations whose work waits for GitHub: for a limit to end, or to be taken up again after a suspension.",
      registers,
    }),
  };
}
