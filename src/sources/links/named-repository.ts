import type { RepositoryName } from "../../core/facts/reference.ts";

/** What stands glued before a sign such as `#`. */
export interface Named {
  /** Where it starts in the text. */
  readonly start: number;
  /** Null: none is named, so it is this one. */
  readonly repository: RepositoryName | null;
}

/** The longest owner (of managed accounts) and name with the slash, in characters. */
const longestName = 100 + 1 + 100;
const owner = String.raw`[a-z0-9](?:[\w-]{0,98}\w)?`;
const name = String.raw`[\w.-]{1,100}`;

/** Whatever keeps words together; what stands before it has ended. */
const glue = /[\w./&=%+@~?\p{Script=Latin}-]*$/u;
/** "/#12", "=#12": GitHub asks only that no letter, digit or underscore stands before the sign. */
const noWord = /^[./&=%+@~?-]*$/;
/** "#1-#3", "#1/#2": what is glued to the sign is the end of another reference. */
const otherNumber = /^\d{1,10}[./&+~-]+$/;
/** "PR/#12", "issue-#12". Anything longer is an address or a path. */
const oneWord = /^[\w\p{Script=Latin}]+[./+~-]+$/u;
const fullName = new RegExp(`^[.+~-]*(${owner})/(${name})$`, "i");

/**
 * Reads back from `#` or `GH-`: nothing, or `owner/name`. Null where something stands there that makes it no reference:
 * `repo#1`, `a/b/c#1`, `?page=#1`. `owner#1` is deliberately no reference: GitHub does not document it any more.
 */
export function readNamedRepository(text: string, at: number): Named | null {
  const glued = gluedBefore(text, at);
  const here: Named = { start: at, repository: null };
  if (noWord.test(glued)) return here;
  if (otherNumber.test(glued)) return text.charAt(at - glued.length - 1) === "#" ? here : null;
  if (text.charAt(at) !== "#") return null;
  if (oneWord.test(glued)) return here;
  const match = fullName.exec(glued);
  return match === null ? null : { start: at - lengthOf(match), repository: repositoryOf(match) };
}

/** Reads back from `/issues/12`: `owner/name`, alone or behind this GitHub's bare host. */
export function readRepositoryPath(text: string, at: number, host: string): Named | null {
  const glued = gluedBefore(text, at);
  const path = withoutHost(glued, host);
  const match = fullName.exec(path);
  return match === null ? null : { start: at - glued.length, repository: repositoryOf(match) };
}

function gluedBefore(text: string, at: number): string {
  return glue.exec(text.slice(Math.max(0, at - longestName - 1), at))?.[0] ?? "";
}

function withoutHost(path: string, host: string): string {
  const bare = path.replace(/^www\./i, "");
  return bare.toLowerCase().startsWith(`${host.toLowerCase()}/`) ? bare.slice(host.length + 1) : path;
}

function repositoryOf([, ownerName = "", repositoryName = ""]: RegExpExecArray): RepositoryName {
  return { owner: ownerName, name: repositoryName };
}

function lengthOf([, ownerName = "", repositoryName = ""]: RegExpExecArray): number {
  return ownerName.length + 1 + repositoryName.length;
}
