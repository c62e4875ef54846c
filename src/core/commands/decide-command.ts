import type { Facts } from "../facts/facts.ts";
import { reviewedKinds } from "../facts/reviewed-issue.ts";
import type { Markdown } from "../markdown/markdown.ts";
import {
  answerHelp,
  answerMistyped,
  answerNoProblem,
  answerNotAllowed,
  answerNotFollowedUp,
  answerNotHere,
  answerNothingToPutOff,
  answerUnknownRole,
  answerWrong,
} from "../report/command-answer.ts";
import type { Ended } from "../report/command-answer.ts";
import { mayQuote } from "../verdict/policy.ts";
import type { Command, CommandPlace, CommandReading } from "./command.ts";
import { isFollowUp } from "./command.ts";
import type { CommandName } from "./index.ts";
import { commands, findCommand } from "./index.ts";
import type { ParsedCommand } from "./parse-command.ts";
import type { CommandPolicy, Giver } from "./permit.ts";
import { askedOf, mayGive, needsRole } from "./permit.ts";

/** A comment that asks for something, with everything that the answer depends on. */
export interface GivenCommand {
  readonly command: Exclude<ParsedCommand, { readonly kind: "none" }>;
  readonly thread: Facts["kind"];
  /** A person, not a bot; the role may stay "unread" where `dependsOnRole` says no. */
  readonly giver: Giver;
  readonly policy: CommandPolicy;
  readonly place: CommandPlace;
  /** False for an issue that does not call itself a problem. */
  readonly reviewed?: boolean;
  /** Whether pull requests find the problem through this issue, above it. */
  readonly belowProblem?: boolean;
  /** Whether merged work is followed up here; where nothing is, an answer has nothing that it could be about. */
  readonly followedUp?: boolean;
  /** How what is followed up here came to an end; null where somebody may still be asked. */
  readonly ended?: Ended | null;
}

export interface Decision {
  /** `+1`: done. `confused`: not understood, or not allowed. */
  readonly reaction: "+1" | "confused";
  /** What must be said besides; most commands are answered by the reaction alone. */
  readonly words: Markdown | null;
  /** Whether what is true now is looked at again. No verdict depends on what became of merged work. */
  readonly look: boolean;
  /** Whether the comment is read back at each look from now on. */
  readonly standing: boolean;
}

/** What becomes of one comment with a command. The job that runs it does nothing else. */
export function decideCommand(given: GivenCommand): Decision {
  const { command: parsed, thread, giver, policy, place } = given;
  const listed = listCommands(thread, policy);
  if (parsed.kind === "mistyped") return refuse(isProse(parsed) ? null : answerMistyped(parsed, listed));
  const command = findCommand(parsed.name);
  if (!command.on.includes(thread)) return refuse(answerNotHere(command, thread));
  const may = mayGive(command, giver, policy);
  if (may === "no") return refuse(answerNotAllowed(toWords(command, policy)));
  const reading = command.read(parsed.argument, place);
  if (reading.kind === "wrong") return refuse(answerWrong(reading.why));
  const standing = reading.kind === "statement";
  // Once GitHub tells, a statement counts or does not by itself; an act has to be asked for again.
  if (may === "unknown")
    return { ...refuse(answerUnknownRole(standing ? "statement" : "act")), look: standing, standing };
  if (isUnasked(given, reading)) return { ...refuse(answerNotFollowedUp(thread)), standing };
  if (isEnded(given, reading)) return { ...refuse(answerNothingToPutOff(given.ended)), standing };
  if (isUnread(given, reading)) return { ...refuse(answerNoProblem(kindsOf(policy))), standing };
  if (reading.kind === "statement")
    return { reaction: "+1", words: null, look: !isFollowUp(reading.statement), standing };
  return reading.act === "check"
    ? { reaction: "+1", words: null, look: true, standing }
    : { reaction: "+1", words: answerHelp(listed, thread), look: false, standing };
}

/** It stands all the same, and counts if there was a merge that nobody had told of yet. */
function isUnasked({ followedUp = true }: GivenCommand, reading: CommandReading): boolean {
  return reading.kind === "statement" && isFollowUp(reading.statement) && !followedUp;
}

/** It stands all the same: who answered may take that back. */
function isEnded<Given extends GivenCommand>(
  given: Given,
  reading: CommandReading,
): given is Given & { readonly ended: Ended } {
  const { ended = null } = given;
  return ended !== null && reading.kind === "statement" && reading.statement.kind === "snooze";
}

/**
 * Nothing is looked at there, and where problems are told by labels no pull request inherits what is said either, but on
 * the way from it to a problem.
 */
function isUnread({ reviewed = true, belowProblem = false, policy }: GivenCommand, reading: CommandReading): boolean {
  const { labels, types } = policy.problems;
  // What is followed up was a problem at the merge, whatever it is called now.
  if (reading.kind === "statement" && isFollowUp(reading.statement)) return false;
  const isInherited = reading.kind === "statement" && (belowProblem || labels.length + types.length === 0);
  return !reviewed && !isInherited && !(reading.kind === "act" && reading.act === "help");
}

/** What stands in a configuration that not everybody sees is not told. */
function kindsOf(policy: CommandPolicy): readonly string[] {
  const { labels, types } = reviewedKinds(policy.problems);
  const isOurs = policy.problems.labels.length + policy.problems.types.length === 0;
  const names = new Map([...types, ...labels].map((name) => [name.toLowerCase(), name]));
  return isOurs || mayQuote(policy) ? [...names.values()] : [];
}

/** Whether who gives a command that is one may, as far as is known. */
export function isAllowed({ command, giver, policy }: Pick<GivenCommand, "command" | "giver" | "policy">): boolean {
  return command.kind === "command" && mayGive(findCommand(command.name), giver, policy) === "yes";
}

/** Whether the role must be read before the command can be decided. */
export function dependsOnRole({
  command,
  thread,
  giver,
  policy,
}: Pick<GivenCommand, "command" | "thread" | "giver" | "policy">): boolean {
  if (command.kind === "mistyped") return false;
  const found = findCommand(command.name);
  return found.on.includes(thread) && needsRole(found, giver, policy);
}

/** "/outcome is great, thanks": nobody meant a command, and nobody needs to be told. */
function isProse({ nearest, argument }: ParsedCommand & { kind: "mistyped" }): boolean {
  return nearest === null && argument !== "";
}

function refuse(words: Markdown | null): Decision {
  return { reaction: "confused", words, look: false, standing: false };
}

function listCommands(thread: Facts["kind"], policy: CommandPolicy) {
  const all: readonly Command<CommandName>[] = commands;
  return all.filter(({ on }) => on.includes(thread)).map((command) => toWords(command, policy));
}

function toWords(command: Command<CommandName>, policy: CommandPolicy) {
  const { name, usage, what } = command;
  return { name, usage, what, ...askedOf(command, policy) };
}
