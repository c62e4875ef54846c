import type { Reference, RepositoryName } from "../../core/facts/reference.ts";
import { readIssueUrl } from "./read-issue-url.ts";

/** Where references are read: `#12` is of this repository, and issue addresses stand at this GitHub. */
export interface ReferenceContext {
  readonly repository: RepositoryName;
  /** `https://github.com`, or the address of a GitHub Enterprise server; without a slash at its end. */
  readonly webUrl: string;
}

/** A reference in a run of text, with the characters that it takes. */
export interface Spot {
  readonly start: number;
  readonly end: number;
  readonly reference: Reference;
  /** GitHub closes nothing for `Fixes [#1](...)`, nor for a keyword before the address of a pull request. */
  readonly mayClose: boolean;
}

/** GitHub's numbers fit in 31 bits. */
const largestNumber = 2 ** 31 - 1;
/** The longest owner and name, with the slash, in characters. */
const longestName = 39 + 1 + 100;

/**
 * `#12`, `GH-12`, `owner/name#12` and addresses of issues and pull requests, as GitHub draws them. The text is walked
 * once, and each sign looks back over a bounded number of characters only.
 */
export function scanReferences(text: string, context: ReferenceContext): readonly Spot[] {
  const spots: Spot[] = [];
  const sign = /https?:\/\/|#(?=[1-9])|GH-(?=[1-9])/giu;
  for (let match = sign.exec(text); match !== null; match = sign.exec(text)) {
    const at = match.index;
    const found = match[0].length > 3 ? readUrl(text, at, context) : readNumber(text, at, context);
    if (found.spot !== null) spots.push(found.spot);
    sign.lastIndex = Math.max(found.end, sign.lastIndex);
  }
  return spots;
}

interface Found {
  readonly spot: Spot | null;
  /** Where to go on. */
  readonly end: number;
}

const addressEnd = /[\s<>\uFFFC]|$/gu;

/** The whole address is taken, so that nothing inside another address counts. */
function readUrl(text: string, start: number, context: ReferenceContext): Found {
  addressEnd.lastIndex = start;
  const end = addressEnd.exec(text)?.index ?? text.length;
  if (/[A-Za-z0-9]/.test(text.charAt(start - 1))) return { spot: null, end };
  const url = readIssueUrl(text.slice(start, end), context.webUrl);
  if (url === null) return { spot: null, end };
  return { spot: { start, end, reference: url.reference, mayClose: url.page === "issues" }, end };
}

function readNumber(text: string, at: number, context: ReferenceContext): Found {
  const digits = /^(?:#|GH-)(\d{1,11})(?![\p{Script=Latin}\d_])/iu.exec(text.slice(at, at + 16));
  const number = Number(digits?.[1] ?? 0);
  if (digits === null || number > largestNumber) return { spot: null, end: at + 1 };
  const end = at + digits[0].length;
  const before = readRepository(text, at);
  if (before === null) return { spot: null, end };
  const { owner, name } = before.repository ?? context.repository;
  return { spot: { start: before.start, end, reference: { owner, name, number }, mayClose: true }, end };
}

interface Before {
  readonly start: number;
  /** Null: none is written, so it is this one. */
  readonly repository: RepositoryName | null;
}

/** What stands glued before the sign: nothing, `owner/name`, or something that makes it no reference: `repo#1`, `a/b/c#1`. */
function readRepository(text: string, at: number): Before | null {
  const glued = /[\w./&=%+@~?\p{Script=Latin}-]*$/u.exec(text.slice(Math.max(0, at - longestName - 1), at))?.[0] ?? "";
  if (/^[.-]?$/.test(glued)) return { start: at, repository: null };
  const match = /^([a-z0-9][a-z0-9-]{0,38})\/([\w.-]{1,100})$/i.exec(glued);
  if (match === null || text.charAt(at) !== "#") return null;
  const [, owner = "", name = ""] = match;
  return { start: at - glued.length, repository: { owner, name } };
}
