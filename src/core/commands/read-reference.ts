import { parseRepositoryName } from "../facts/repository-name.ts";
import type { Reference } from "../facts/reference.ts";
import type { CommandPlace } from "./command.ts";

/** GitHub's numbers fit in 31 bits. */
const largestNumber = 2 ** 31 - 1;
/** Longer words are no reference, in characters. */
const longestWord = 500;

/** One word as an issue: `#12`, `12`, `GH-12`, `owner/name#12`, the address of an issue with whatever anchor behind it. */
export function readReference(word: string, { repository, webUrl }: CommandPlace): Reference | null {
  const text = word.slice(0, longestWord).replace(/^[(<[]+|[)>\].!?]+$/gu, "");
  const match = /^(?:([^#\s]+)#|#|GH-)?([1-9]\d{0,9})$/i.exec(text) ?? readAddress(text, webUrl);
  if (match === null) return null;
  const number = Number(match[2]);
  const named = match[1] === undefined ? repository : parseRepositoryName(match[1]);
  if (named === null || number > largestNumber) return null;
  return { owner: named.owner, name: named.name, number };
}

function readAddress(text: string, webUrl: string): RegExpExecArray | null {
  const base = `${webUrl.replace(/^https?:\/\/(?:www\.)?/i, "")}/`;
  const address = text.replace(/^https?:\/\/(?:www\.)?/i, "");
  if (!address.toLowerCase().startsWith(base.toLowerCase())) return null;
  return /^([^/]+\/[^/]+)\/(?:issues|pull)\/([1-9]\d{0,9})(?![\w-]|\.\w)/i.exec(address.slice(base.length));
}
