import type { Command } from "./command.ts";
import { read } from "./read.ts";

/** Every command, in the order in which they are shown. */
export const commands = [read] as const satisfies readonly Command[];
