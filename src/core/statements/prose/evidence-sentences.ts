import { mask } from "../../markdown/line.ts";
import { isFailure } from "./log-line.ts";
import type { Prose } from "./prose.ts";
import { isTroubled, says } from "./says.ts";
import type { Sentence } from "./sentences.ts";

/** Whether a sentence tells something that can be checked: a figure, a study, an error in its own words, how to make it happen. */
export function isCheckable(sentence: Sentence, prose: Prose): boolean {
  if (sentence.role === "change" || sentence.role === "wish") return false;
  const text = sentence.prose.replace(/https?:\/\/\S+/gu, " ");
  const tells =
    tellsFigures(text, prose) ||
    tellsStudy(text, prose) ||
    tellsReproduction(text, prose) ||
    quotesError(sentence, prose);
  return tells && !isOfChange(text, sentence, prose);
}

/** What is planned, asked for or to be done; in a pull request, what it did and how it was tested. */
function isOfChange(text: string, { role }: Sentence, { cues, kind }: Prose): boolean {
  if (says(cues, "plan", text) || says(cues, "request", text) || says(cues, "operate", text)) return true;
  return kind === "pull_request" && (role === "aside" || says(cues, "ownChange", text));
}

function tellsStudy(text: string, { cues }: Prose): boolean {
  return says(cues, "study", text) && says(cues, "finding", text);
}

function tellsReproduction(text: string, prose: Prose): boolean {
  if (!says(prose.cues, "reproduce", text)) return false;
  return !isTroubledAt(text, prose) && text.split(" ").length >= fewestWords;
}

/** "We can reproduce it" alone tells nobody how, in words. */
const fewestWords = 8;

/** "Could not reproduce": the trouble stands right before the word. */
function isTroubledAt(text: string, { cues }: Prose): boolean {
  return cues.some(({ reproduce, lack }) => {
    const at = reproduce.exec(text)?.index ?? 0;
    return lack.test(text.slice(Math.max(0, at - 15), at + 15));
  });
}

/** Numbers that were counted or measured, and not set: no versions, limits and prices. */
function tellsFigures(text: string, { cues }: Prose): boolean {
  const figures = [...text.slice(0, 1000).matchAll(figure)].slice(0, mostFigures);
  if (figures.length === 0 || says(cues, "bound", text)) return false;
  const behind = figures.map(({ 0: { length }, index }) => text.slice(index + length, index + length + 60));
  const measured = says(cues, "measured", text);
  if (behind.some((rest) => /^\s?(?:%|percent)/iu.test(rest)) && (measured || says(cues, "dated", text))) return true;
  if (figures.some(({ 0: number }, index) => isMany(number) && isCounted(behind[index] ?? "", cues))) return true;
  if (behind.some((rest) => says(cues, "unit", rest)) && says(cues, "lasting", text)) return true;
  return says(cues, "data", text) && says(cues, "finding", text);
}

const mostFigures = 20;

const figure =
  /(?<![\p{L}\p{N}_.#$€£/-])\d(?:[\d.,]*\d)?(?:k|m)?\+?(?![\d\p{L}_/-])|(?<![\p{L}\p{N}_.#$€£/-])\d(?:[\d.,]*\d)?(?=(?:ms|s|x|min|h|kb|mb|gb)\b)/giu;

/** The word stands right behind the number: "at 100, orders" counts none. */
function isCounted(rest: string, cues: Prose["cues"]): boolean {
  return /^[\s-]\s?[\p{L}(]/u.test(rest) && says(cues, "counted", rest);
}

function isMany(number: string): boolean {
  return !/^[01][.,]?$/u.test(number);
}

/** Something in code or quotation marks that a program said when it failed. */
function quotesError({ text, prose: words }: Sentence, { cues }: Prose): boolean {
  if (!/["“\uFFFC]/u.test(words) || !isTroubled(cues, words) || says(cues, "proposed", words.replace(marked, " ")))
    return false;
  return quotedIn(text, words).some((quoted) => isFailure(quoted) || errorName.test(quoted));
}

const errorName =
  /^[A-Z][\w.]{2,60}(?:Error|Exception)\b|\b(?:cannot|could not|can't|failed to|unable to|not found|unexpected|invalid|denied|undefined)\b/iu;

const marked = /["“]([^"“”]{8,200})["”]/gu;

function quotedIn(text: string, words: string): readonly string[] {
  const code = [...words.matchAll(new RegExp(`${mask}+`, "gu"))].map(({ 0: { length }, index }) =>
    text.slice(index, index + length),
  );
  const said = [...words.matchAll(marked)].map(({ 1: quoted = "" }) => quoted);
  return [...code, ...said].filter((quoted) => quoted.includes(" ") || /(?:Error|Exception)$/u.test(quoted));
}
