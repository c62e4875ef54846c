import type { Line } from "../../markdown/line.ts";
import { type Found, foundIn } from "./found.ts";
import { kindOfPlace } from "./link-places.ts";
import type { Passage } from "./passages.ts";
import type { Prose } from "./prose.ts";
import { isTroubled, says } from "./says.ts";
import { isTitleTroubled } from "./tells-trouble.ts";

/** In characters: what is said of a link stands this close to it. */
const reach = { before: 140, after: 80 };
/** What is looked at of one line: in links, and in characters. */
const mostLinks = 50;
const longestLine = 5000;

/** The line with a link to where the trouble can be seen, was reported or was measured. */
export function findInLinks(passage: Passage, prose: Prose): Found | null {
  for (const line of passage.lines) {
    const link = linksOf(line).find((one) => isEvidence(one, passage, prose));
    // "here," tells less than the address.
    if (link !== undefined)
      return line.text.split(" ").length < 3 ? { ...foundIn(line), text: link.href } : foundIn(line);
  }
  return null;
}

/** The addresses of all of them. */
export function evidentLinks(passage: Passage, prose: Prose): readonly string[] {
  const links = passage.lines.flatMap((line) => linksOf(line).filter((one) => isEvidence(one, passage, prose)));
  return links.map(({ href }) => href);
}

interface Link {
  readonly href: string;
  /** What is said of it in its sentence, and its own words. */
  readonly words: string;
  /** Nothing else stands in its line. */
  readonly alone: boolean;
}

function isEvidence({ href, words, alone }: Link, { role, title, lead }: Passage, prose: Prose): boolean {
  const { cues } = prose;
  const around = alone ? `${words} ; ${lead} ; ${title}` : words;
  const reported = says(cues, "reported", around);
  if (role === "change" || role === "wish" || role === "aside") return reported && kindOfPlace(href) !== "other";
  const troubled = isTroubled(cues, around) || isTitleTroubled(prose);
  switch (kindOfPlace(href)) {
    case "playground":
    case "measurement":
    case "file":
      return !says(cues, "design", words);
    case "conversation":
      return reported || says(cues, "conversation", around);
    case "run":
      return troubled;
    case "code":
      return alone && troubled && !says(cues, "plan", lead);
    case "issue":
    case "forum":
      return reported;
    case "other":
      return false;
  }
}

function linksOf(line: Line): readonly Link[] {
  const named = line.links.filter(({ href }) => href !== "");
  const bare = [...line.text.slice(0, longestLine).matchAll(address)]
    .map((match) => ({ href: match[0], start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => !named.some((link) => start < link.end && end > link.start));
  return [...named, ...bare].slice(0, mostLinks).map(({ href, start, end }) => {
    const words = `${sentenceBefore(line.text, start)} ${sentenceBehind(line.text, start, end)}`;
    return { href, words, alone: end - start >= line.text.length - 2 };
  });
}

const address = /https?:\/\/[^\s<>)\]]+|(?<![\w/&.-])(?:[\w-]{1,39}\/[\w.-]{1,100})?#\d{1,9}\b/gu;

function sentenceBefore(text: string, at: number): string {
  return (
    text
      .slice(Math.max(0, at - reach.before), at)
      .split(/[.!?;]\s+(?=\p{Lu})/u)
      .at(-1) ?? ""
  );
}

/** Its own words, if it has some, and the rest of the sentence. */
function sentenceBehind(text: string, start: number, end: number): string {
  const own = text.slice(start, Math.min(end, start + 200));
  const rest = text.slice(end, end + reach.after).split(/[.!?;](?:\s|$)/u, 1)[0] ?? "";
  return /^https?:/u.test(own) ? rest : `${own}${rest}`;
}
