import { quoteOf } from "../markdown/line.ts";
import type { Candidate, Content } from "./content.ts";
import { isDenial, isRefusal } from "./decline.ts";
import { isHollow, isPlaceholder } from "./hollow.ts";
import type { Reading, StatementName } from "./statements.ts";
import type { TemplateWords } from "./template-words.ts";

/** A statement's words are kept up to here, in characters. */
const longestValue = 2000;

/** How well one place says what it is there for. */
export function gradeCandidate(candidate: Candidate, template: TemplateWords): Reading {
  const { statement, place, content } = candidate;
  const [first] = content;
  if (first === undefined) {
    const grade = template.hasTitle(place.name) ? "template" : "hollow";
    return { grade, quote: quoteOf(place.name), place };
  }
  const said = content.filter((line) => counts(line, statement));
  // A heading with a link or a picture under it is not empty; it only does not say it in words.
  if (said.length === 0) return { grade: "absent" };
  return gradeLines(said, candidate, template);
}

function gradeLines(said: readonly Content[], { place, statement }: Candidate, template: TemplateWords): Reading {
  const own = said.filter(({ text }) => !template.hasLine(text) && !isPlaceholder(text));
  const solid = own.filter(({ text }) => !isHollow(text) && !declines(text, statement));
  const [quoted] = solid.length > 0 ? solid : own.length > 0 ? own : said;
  if (quoted === undefined) return { grade: "absent" };
  const quote = quoteOf(quoted.text);
  const at = { ...place, line: quoted.number };
  if (solid.length === 0) return { grade: own.length === 0 ? "template" : "hollow", quote, place: at };
  const value = solid.map(({ text }) => text).join("\n");
  return { grade: "stated", value: value.slice(0, longestValue), quote, place: at };
}

/** A reason why there is none is the very thing that an opt-out gives; elsewhere it stands for what was asked. */
function declines(text: string, statement: StatementName): boolean {
  return statement !== "optOut" && (isDenial(text, statement) || isRefusal(text));
}

/** Evidence may be a link, a log, a picture or somebody else's words; everything else is said in words of one's own. */
function counts({ text, kind }: Content, statement: StatementName): boolean {
  if (statement === "evidence") return true;
  return kind === "words" && !isOnlyReference(text);
}

/** "Fixes #12", "See https://...": where to look, and not what is the case. */
function isOnlyReference(text: string): boolean {
  if (text.length > 300 || !/#\d|https?:\/\//iu.test(text)) return false;
  const rest = text
    .split(/\s+/u)
    .filter((word) => !/#\d|^\W*https?:\/\//iu.test(word))
    .join(" ")
    .replace(/[^\p{L} ]/gu, "")
    .trim();
  return rest === "" || pointers.test(rest);
}

const pointers =
  /^(?:(?:close|fix|resolve|implement|address)(?:e?s|e?d)?|part of|relate[sd] to|refs?|references?|towards?|see(?: also)?|issues?|and|the| )+$/iu;

/** The first place that states it; else the first that is there for it. */
export function firstReading<Value>(readings: readonly Reading<Value>[]): Reading<Value> {
  const stated = readings.find(({ grade }) => grade === "stated");
  return stated ?? readings.find(({ grade }) => grade !== "absent") ?? { grade: "absent" };
}
