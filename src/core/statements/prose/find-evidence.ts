import { isHollow, isPlaceholder } from "../hollow.ts";
import type { Reading } from "../statements.ts";
import { findInCode } from "./evidence-code.ts";
import { findInImages } from "./evidence-images.ts";
import { evidentLinks, findInLinks } from "./evidence-links.ts";
import { isCheckable } from "./evidence-sentences.ts";
import { findSteps } from "./evidence-steps.ts";
import { type Found, foundIn, stateFound } from "./found.ts";
import type { Passage } from "./passages.ts";
import type { Prose } from "./prose.ts";
import { says } from "./says.ts";

/**
 * What in a text can be checked by others, without a heading that says so: a failure's log, code that makes it happen,
 * steps, figures, a study, a link to where it was reported or measured, the words of users, a picture. What stands under
 * a solution or a wish shows what is to come, and is none.
 */
export function findEvidence(prose: Prose): Reading {
  const found = firstOf(prose);
  return stateFound(found === null ? null : { ...found, text: found.text.trim() });
}

/** The links to where users told or showed it, and the words that are quoted of them: each once, by which it is known again. */
export function findFeedback(prose: Prose): readonly string[] {
  const found = prose.passages.flatMap((passage) => {
    if (isOwn(passage)) return evidentLinks(passage, prose);
    const quote = passage.kind === "quote" && isOfToday(passage, prose) ? findInQuotes(passage, prose) : null;
    return quote === null ? [] : [quote.text.trim()];
  });
  return [...new Set(found)];
}

/** Those that tell more come first. */
function firstOf(prose: Prose): Found | null {
  const today = prose.passages.filter((passage) => isOfToday(passage, prose));
  return (
    first(today, (passage) => (passage.kind === "code" ? findInCode(passage, prose) : null)) ??
    findAsked(today, prose) ??
    findSteps(today, prose) ??
    prose.sentences.find((sentence) => isCheckable(sentence, prose)) ??
    // Where it was reported is told anywhere, also over a solution.
    first(prose.passages, (passage) => (isOwn(passage) ? findInLinks(passage, prose) : null)) ??
    first(today, (passage) => (passage.kind === "quote" ? findInQuotes(passage, prose) : null)) ??
    first(today, (passage) => (isOwn(passage) ? findInImages(passage, prose) : null))
  );
}

function isOwn({ kind }: Passage): boolean {
  return kind !== "code" && kind !== "quote";
}

function isOfToday({ role }: Passage, { kind }: Prose): boolean {
  if (role === "change" || role === "wish") return false;
  return kind === "issue" || role !== "aside";
}

/** What stands under a heading of the kind of "How to reproduce it" or "Error log". */
function findAsked(passages: readonly Passage[], { cues }: Prose): Found | null {
  const asked = passages.filter(
    ({ role, title }) => says(cues, "reproduce", title) || (role === "steps" && says(cues, "specimen", title)),
  );
  const line = asked.flatMap(({ lines }) => lines).find(({ text }) => tellsMore(text));
  return line === undefined ? null : foundIn(line);
}

function tellsMore(text: string): boolean {
  return text.split(" ").length >= fewestWords && !isHollow(text) && !isPlaceholder(text);
}

/** "See above" and "not sure" reproduce nothing, in words. */
const fewestWords = 4;

/** What users said, quoted under a line that says so. */
function findInQuotes({ lines, lead }: Passage, { cues }: Prose): Found | null {
  const [line] = lines;
  return line !== undefined && says(cues, "reported", lead) ? foundIn(line) : null;
}

function first(passages: readonly Passage[], find: (passage: Passage) => Found | null): Found | null {
  for (const passage of passages) {
    const found = find(passage);
    if (found !== null) return found;
  }
  return null;
}
