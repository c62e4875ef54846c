import { nearest } from "../markdown/nearest.ts";
import type { CommandName } from "./index.ts";
import { commands } from "./index.ts";
import type { CommandLine } from "./read-command-line.ts";
import { readCommandLine } from "./read-command-line.ts";

/** What a comment asks of us by its first line. */
export type ParsedCommand =
  | { readonly kind: "none" }
  | { readonly kind: "command"; readonly name: CommandName; readonly argument: string }
  /** `typed` is cut in length and may hold anything; `nearest` is the command that was probably meant. */
  | {
      readonly kind: "mistyped";
      readonly typed: string;
      readonly nearest: CommandName | null;
      readonly argument: string;
    };

/** Longer words are cut where they are told, in characters. */
const longestTyped = 40;

/** The command of a comment, if its first line is one. */
export function parseCommand(comment: string): ParsedCommand {
  const line = readCommandLine(comment);
  return line === null ? { kind: "none" } : toCommand(line);
}

function toCommand({ word, argument }: CommandLine): ParsedCommand {
  if (word === "") return { kind: "command", name: "help", argument: "" };
  const name = commands.find((command) => command.name === word.toLowerCase())?.name;
  if (name !== undefined) return { kind: "command", name, argument };
  const typed = Array.from(word).slice(0, longestTyped).join("");
  const near = begunBy(typed) ?? nearest(typed, names);
  return { kind: "mistyped", typed, nearest: names.find((one) => one === near) ?? null, argument };
}

/** In characters. What is shorter begins by accident as a command does. */
const shortestBeginning = 4;

/** "valid", "invalid": further from what was meant than slips of the keyboard are. */
function begunBy(typed: string): CommandName | undefined {
  const begun = names.filter((name) => name.startsWith(typed.toLowerCase()));
  return typed.length < shortestBeginning || begun.length > 1 ? undefined : begun[0];
}

const names: readonly CommandName[] = commands.map(({ name }) => name);
