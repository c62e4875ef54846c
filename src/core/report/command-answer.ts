import type { Facts } from "../facts/facts.ts";
import { join, md } from "../markdown/markdown.ts";
import type { Markdown } from "../markdown/markdown.ts";

/** A command as it is told to people. */
export interface CommandWords {
  readonly name: string;
  readonly usage: string;
  readonly what: string;
  readonly who: "anyone" | "triage" | "write" | "maintain" | "admin" | "off";
  /** Who may as well, whatever their role. */
  readonly alsoMay: "author" | "servers" | null;
}

/** Every command that can be given here. In code, so that nothing that reads our answer takes it for a command. */
export function answerHelp(commands: readonly CommandWords[], thread: Facts["kind"]): Markdown {
  const where = thread === "pull_request" ? md`this pull request` : md`this issue`;
  const lines = commands
    .filter(({ who }) => who !== "off")
    .map((command) => md`- ${command.usage}: ${{ markdown: command.what }} ${describeWho(command)}`);
  return join(
    [md`What can be said on ${where}, each as the first line of a comment of its own:`, join(lines, "\n"), standing],
    "\n\n",
  );
}

const standing = md`What a comment says stands for as long as the comment does: delete it to take it back. A comment that was edited does not count; write a new one.`;

/** "For the author, and for people with triage access or more." */
function describeWho({ who, alsoMay }: CommandWords): Markdown {
  if (who === "anyone" || who === "off") return md`For everybody.`;
  switch (alsoMay) {
    case "author":
      return md`For the author, and for people with ${accessOf(who)}.`;
    case "servers":
      return md`For the authors of the merged work, and for people with ${accessOf(who)}.`;
    case null:
      return md`For people with ${accessOf(who)}.`;
  }
}

function accessOf(role: Exclude<CommandWords["who"], "anyone" | "off">): Markdown {
  switch (role) {
    case "triage":
      return md`triage access or more`;
    case "write":
      return md`write access`;
    case "maintain":
      return md`the role maintain or admin`;
    case "admin":
      return md`the role admin`;
  }
}

interface Mistyped {
  readonly typed: string;
  readonly nearest: string | null;
}

export function answerMistyped({ typed, nearest }: Mistyped, commands: readonly CommandWords[]): Markdown {
  const meant = commands.find(({ name, who }) => name === nearest && who !== "off");
  const said = md`${`/outcome ${typed}`} is not known here, so nothing was done.`;
  return meant === undefined
    ? md`${said} ${"/outcome help"} lists what is.`
    : md`${said} Did you mean ${meant.usage}? A new comment does it; an edited one does not count.`;
}

export function answerNotHere({ name }: Pick<CommandWords, "name">, thread: Facts["kind"]): Markdown {
  const where = thread === "pull_request" ? md`issues` : md`pull requests`;
  return md`${nameOf(name)} is for ${where}, so nothing was done here. ${"/outcome help"} lists what can be said here.`;
}

/** `kinds`: labels and types that make a problem of an issue; none where they are not told. */
export function answerNoProblem(kinds: readonly string[]): Markdown {
  const names = kinds.slice(0, 5).map((kind) => md`${kind}`);
  const wanted =
    names.length === 0
      ? md`a label or type that is configured for problems`
      : md`the label or type ${join(names, " or ")}`;
  return md`This issue does not call itself a problem, so nothing is looked at here. It does once it has ${wanted}; a statement then counts by itself.`;
}

export function answerNotAllowed(command: CommandWords): Markdown {
  if (command.who === "off")
    return md`${nameOf(command.name)} is switched off in this repository, so nothing was done.`;
  return md`${nameOf(command.name)} was not done: it is ${lowered(describeWho(command))} One of them can write the same.`;
}

/** Without what goes behind it: a whole form in the middle of a sentence cannot be read. */
function nameOf(name: string): string {
  return `/outcome ${name}`;
}

function lowered({ markdown }: Markdown): Markdown {
  return { markdown: markdown.charAt(0).toLowerCase() + markdown.slice(1) };
}

/** Said of an answer that came before anything was merged that it could be about. */
export function answerNotFollowedUp(thread: Facts["kind"]): Markdown {
  const why =
    thread === "pull_request"
      ? md`This pull request is not followed up: it is not merged yet, or nothing was asked of it.`
      : md`Nothing that was merged is followed up here, so there is nothing to answer for.`;
  return md`${why} An answer belongs on the problem that the work was for, or on its pull request, as soon as that is merged.`;
}

/** Said of a question that is put off though nobody would be asked. */
export function answerNothingToPutOff(ended: Ended): Markdown {
  return md`Nobody is asked about this any more, so there is nothing to put off: ${whyEnded[ended]}. A later answer counts all the same, and what is merged for it later is asked about anew.`;
}

/** How a follow-up came to its end, where only what people do begins it again. */
export type Ended = "answered" | "reverted" | "cancelled";

const whyEnded: Readonly<Record<Ended, Markdown>> = {
  answered: md`it was answered`,
  reverted: md`all of it was taken back`,
  cancelled: md`it was cancelled`,
};

/** `why` completes the sentence. */
export function answerWrong(why: Markdown): Markdown {
  return md`Nothing was done yet: ${why}. A new comment does it; an edited one does not count.`;
}

export function answerUnknownRole(kind: "statement" | "act"): Markdown {
  return kind === "statement"
    ? md`GitHub did not say just now whether you may do this here. It is asked again by itself; there is nothing you need to do.`
    : md`GitHub did not say just now whether you may do this here. Please write it again in a few minutes.`;
}
