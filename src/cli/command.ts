import type { Readable, Writable } from "node:stream";
import type { JobPlace } from "./given-up.ts";
import type { MovedStore } from "./moved-store.ts";
import type { ReportPlace } from "./noted-report.ts";

/** One command of the command line: `outcome NAME ...`. */
export interface Command<Name extends string = string> {
  readonly name: Name;
  /** What it is for, in one line. */
  readonly summary: string;
  /** How it is written, behind `outcome`. */
  readonly usage: string;
  /** What goes in and what comes out, for whoever asks with `--help`. */
  readonly details: string;
  /** Gives the exit code: 0 when all is well, 1 when something that was asked for could not be done. */
  readonly run: (args: readonly string[], streams: Streams, reach: Reach) => Promise<number>;
}

export interface Streams {
  readonly input: Readable;
  readonly output: Writable;
  /** For people; what programs read goes to `output`. */
  readonly errors: Writable;
}

/** What commands need of other rooms. `cli.ts` hands it in; whatever rejects does so with a sentence for the person there. */
export interface Reach {
  /** The jobs of the store that the environment names. */
  readonly openJobs: () => Promise<JobPlace>;
  /** What that store knows of repositories. */
  readonly openReports: () => Promise<ReportPlace>;
  readonly now: () => Date;
  /** Moves the embedded store into PostgreSQL, both named by the environment. */
  readonly move: (existing: "refuse" | "replace") => Promise<MovedStore>;
}

/** What the person at the keyboard got wrong, in one sentence. */
export class UsageError extends Error {}
