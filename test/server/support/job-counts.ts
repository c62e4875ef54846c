import type { StoreFigures } from "../../../src/server/metrics-of-store.ts";

export const jobCounts: StoreFigures = {
  waiting: 5,
  paused: 4,
  active: 2,
  backingOff: 3,
  delayed: 7,
  dead: 1,
  oldestWaitingMs: 1500,
  pausedLines: 2,
};
