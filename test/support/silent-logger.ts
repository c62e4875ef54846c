import type { QueueLogger } from "../../src/queue/boss.ts";

/** For tests that are about what happens, not about what is logged. */
export const silentLogger: QueueLogger = { info: () => {}, warn: () => {}, error: () => {} };
