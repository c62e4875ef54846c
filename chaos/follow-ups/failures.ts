import { pino } from "pino";
import type { Logger } from "pino";
import { z } from "zod";

/** What the app tells of jobs that failed, whichever process of it. One that was killed tells nothing. */
export interface Failures {
  readonly log: Logger;
  readonly count: () => number;
}

const logged = z.object({ msg: z.string(), err: z.object({ message: z.string() }).optional() });

/** Each reason is printed once, when it comes. */
export function hearFailures(print: (line: string) => void): Failures {
  const reasons: string[] = [];
  const write = (line: string) => {
    const { msg, err } = logged.parse(JSON.parse(line));
    if (!msg.startsWith("A job failed")) return;
    const reason = err?.message ?? msg;
    if (!reasons.includes(reason)) print(`a job failed: ${reason}`);
    reasons.push(reason);
  };
  return { log: pino({ level: "warn" }, { write }), count: () => reasons.length };
}
