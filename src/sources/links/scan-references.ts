import type { Reference, RepositoryName } from "../../core/facts/reference.ts";
import { readNamedRepository, readRepositoryPath } from "./named-repository.ts";
import { bareHost, readIssueUrl } from "./read-issue-url.ts";

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
  /** GitHub documents closing for `#1`, `GH-1`, `owner/name#1` and addresses of issues, and for no other form. */
  readonly mayClose: boolean;
}

/** GitHub's numbers fit in 31 bits. */
const largestNumber = 2 ** 31 - 1;
/**
 * `#12`, `GH-12`, `owner/name#12`, `owner/name/issues/12` and addresses of issues and pull requests, as GitHub draws
 * them. The text is walked once, and each sign looks back over a bounded number of characters only.
 */
export function scanReferences(text: string, context: ReferenceContext): readonly Spot[] {
  const spots: Spot[] = [];
  const sign = /https?:\/\/|#(?=[1-9])|GH-(?=[1-9])|\/(?:issues|pull)\/(?=[1-9])/giu;
  for (let match = sign.exec(text); match !== null; match = sign.exec(text)) {
    const found = readSign(text, match, context);
    if (found.spot !== null) spots.push(found.spot);
    sign.lastIndex = Math.max(found.end, sign.lastIndex);
  }
  return spots;
}

function readSign(text: string, { index, 0: sign }: RegExpExecArray, context: ReferenceContext): Found {
  if (/^http/i.test(sign)) return readUrl(text, index, context);
  return sign.startsWith("/") ? readPath(text, index, context) : readNumber(text, index, context);
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
  const before = readNamedRepository(text, at);
  if (before === null) return { spot: null, end };
  const { owner, name } = before.repository ?? context.repository;
  return { spot: { start: before.start, end, reference: { owner, name, number }, mayClose: true }, end };
}

/** `owner/name/issues/12`, also behind this GitHub's bare host: GitHub draws it, and documents no closing for it. */
function readPath(text: string, at: number, { webUrl }: ReferenceContext): Found {
  const path = /^\/(?:issues|pull)\/(\d{1,10})(?![\w-]|\.\w)/i.exec(text.slice(at, at + 30));
  const end = at + (path?.[0].length ?? 1);
  const before = path === null ? null : readRepositoryPath(text, at, bareHost(webUrl));
  const number = Number(path?.[1] ?? 0);
  if (before === null || before.repository === null || number > largestNumber) return { spot: null, end };
  return { spot: { start: before.start, end, reference: { ...before.repository, number }, mayClose: false }, end };
}
