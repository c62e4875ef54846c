import { check } from "./check.ts";
import type { Command } from "./command.ts";
import { help } from "./help.ts";
import { hypothesis } from "./hypothesis.ts";
import { inconclusive } from "./inconclusive.ts";
import { invalidated } from "./invalidated.ts";
import { link } from "./link.ts";
import { skip } from "./skip.ts";
import { snooze } from "./snooze.ts";
import { unlink } from "./unlink.ts";
import { unskip } from "./unskip.ts";
import { validated } from "./validated.ts";

/** Every command, in the order in which the help lists them. */
export const commands = [
  check,
  link,
  unlink,
  skip,
  unskip,
  hypothesis,
  validated,
  invalidated,
  inconclusive,
  snooze,
  help,
] as const satisfies readonly Command[];

export type CommandName = (typeof commands)[number]["name"];

export function findCommand(name: CommandName): Command<CommandName> {
  const found = commands.find((command) => command.name === name);
  if (found === undefined) throw new Error(`no command is called ${name}`);
  return found;
}
