import type { AnsweredOutcome } from "../follow-up/follow-up.ts";
import { answerForms } from "../report/answer-lines.ts";
import type { Command } from "./command.ts";
import { defineCommand, usualPermissions } from "./command.ts";

const usualForm = "NOTE-OR-URL";

/** A command by which people answer what became of merged work: `/outcome validated NOTE`. */
export function defineAnswer<const Name extends AnsweredOutcome>(name: Name, what: string): Command<Name> {
  return defineCommand({
    name,
    usage: `/outcome ${name} ${usualForm}`,
    what,
    on: ["pull_request", "problem"],
    mayByDefault: "write",
    permissions: usualPermissions,
    alsoMay: "servers",
    // Whoever knows only the answer gives it: a note that was demanded would be made up.
    read: (note) => ({ kind: "statement", statement: { kind: "outcome", outcome: name, note: readNote(note) } }),
  });
}

/** Pasted from the help or a question as it stands there, it tells nothing. */
export function readNote(argument: string): string {
  return forms.has(argument) ? "" : argument;
}

const forms: ReadonlySet<string> = new Set([usualForm, ...Object.values(answerForms)]);
