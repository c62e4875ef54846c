import type { Command } from "./command.ts";
import { init } from "./init.ts";
import { jobs } from "./jobs.ts";
import { move } from "./move.ts";
import { read } from "./read.ts";
import { report } from "./report.ts";

/** Every command, in the order in which they are shown. */
export const commands = [init, read, report, jobs, move] as const satisfies readonly Command[];
