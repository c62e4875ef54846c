import { Gauge } from "prom-client";
import type { Registry } from "prom-client";

/** What the store says of itself at this moment. All processes on one store say the same. */
export interface StoreFigures {
  readonly waiting: number;
  readonly paused: number;
  readonly active: number;
  readonly backingOff: number;
  readonly delayed: number;
  readonly dead: number;
  readonly oldestWaitingMs: number;
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

function show(gauges: ReturnType<typeof storeGauges>, figures: StoreFigures): void {
  const { waiting, paused, active, backingOff, delayed } = figures;
  gauges.up.set(1);
  for (const [state, jobs] of Object.entries({ waiting, paused, active, backing_off: backingOff, delayed })) {
    gauges.jobs.set({ state }, jobs);
  }
  gauges.oldest.set(figures.oldestWaitingMs / 1000);
  gauges.dead.set(figures.dead);
  gauges.paused.set(figures.pausedLines);
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
        "Jobs in the store: waiting (could run now), paused (could, were their installation not waiting for GitHub), " +
        "active, backing_off (failed, to be tried again), delayed (not yet due). The same from every process on the store.",
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
      help: "Installations whose work waits for GitHub: for a limit or a suspension to end, or for GitHub to know them and take the app's key.",
      registers,
    }),
  };
}
