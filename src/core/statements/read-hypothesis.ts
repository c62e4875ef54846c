import type { Body } from "../markdown/parse-body.ts";
import { quoteOf } from "../markdown/line.ts";
import { plainTitle, plainWords } from "../markdown/plain-words.ts";
import type { ClaimPatterns } from "./claim-patterns.ts";
import type { Candidate } from "./content.ts";
import { gradeCandidate } from "./grade.ts";
import { isHollow, isPlaceholder } from "./hollow.ts";
import { parseHypothesis } from "./parse-hypothesis.ts";
import type { Hypothesis, Place, Reading } from "./statements.ts";
import type { TemplateWords } from "./template-words.ts";

/** By what claims are told, and told apart from those of a form. */
export interface ClaimContext {
  readonly template: TemplateWords;
  readonly claims: readonly ClaimPatterns[];
  /** Whether a part of a claim stands so in a template's own claim. */
  readonly isTemplatePart: (text: string) => boolean;
}

/** What stands under a heading or in a field that asks for the hypothesis, in any words. */
export function readAskedHypothesis(candidate: Candidate, body: Body, context: ClaimContext): Reading<Hypothesis> {
  const reading = gradeCandidate(candidate, context.template);
  if (reading.grade !== "stated") return reading;
  const { quote, place } = reading;
  if (claimsNothing(reading.value, context)) return { grade: "hollow", quote, place };
  const { name } = candidate.place;
  const opens = context.claims.some(({ parts }) => parts.get(plainTitle(name)) === "change");
  // A field called "We believe" holds the rest of the sentence.
  const told = parseHypothesis(opens ? `${name}: ${reading.value}` : reading.value, context.claims);
  const value = withFields(told, body, { ...reach(candidate, body), ...context });
  return gradeParts(value, { quote, place }, context);
}

/** What a sentence claims that holds a phrase of the configuration. */
export function readPhrasedHypothesis(reading: Reading, context: ClaimContext): Reading<Hypothesis> {
  if (reading.grade !== "stated") return reading;
  const { value, quote, place } = reading;
  return gradeParts(parseHypothesis(value, context.claims), { quote, place }, context);
}

/** "We do not believe this will help", and questions: what is asked or denied is not claimed. */
function claimsNothing(text: string, { claims }: ClaimContext): boolean {
  if (claims.some(({ denial }) => denial.test(text))) return true;
  return text.split("\n").every((line) => /[?？]\W*$/u.test(line));
}

/** A claim whose change or effect is still the form's word claims nothing; other such parts are only not told. */
export function gradeParts(
  value: Hypothesis,
  at: { readonly quote: string; readonly place: Place },
  { isTemplatePart }: ClaimContext,
): Reading<Hypothesis> {
  const isForm = (text: string): boolean => isPlaceholder(text) || isTemplatePart(text);
  const told = (text: string | null): string | null => (text === null || isForm(text) || isHollow(text) ? null : text);
  // "None" and "0" are good baselines; the form's word is not.
  const shown = (text: string | null): string | null => (text === null || isForm(text) ? null : text);
  const core = [value.change, value.effect].filter((text) => text !== null);
  if (core.some(isForm)) return { grade: "template", ...at };
  if (core.some(isHollow)) return { grade: "hollow", ...at };
  const { who, because, metric, baseline, target, window } = value;
  const others = { who: told(who), because: told(because), metric: told(metric), window: told(window) };
  return {
    grade: "stated",
    value: { ...value, ...others, baseline: shown(baseline), target: shown(target) },
    ...at,
  };
}

/** An effect that could be said of any change claims nothing, unless it is told how it will be known. */
export function refuseVague(reading: Reading<Hypothesis>, { claims }: ClaimContext): Reading<Hypothesis> {
  if (reading.grade !== "stated" || reading.value.metric !== null) return reading;
  const { claim, effect } = reading.value;
  const words = plainWords(effect ?? claim).split(" ");
  if (!claims.some(({ vague }) => words.every((word) => vague.has(word)))) return reading;
  return { grade: "hollow", quote: quoteOf(effect ?? claim), place: reading.place };
}

interface Reach {
  readonly from: number;
  readonly to: number;
}

/** The blocks under the heading; a field is alone. */
function reach({ place }: Candidate, { sections }: Body): Reach {
  const section = place.kind === "heading" ? sections.find(({ number }) => number === place.line) : undefined;
  return section ?? { from: 0, to: 0 };
}

/** Parts given as fields under the heading stand before those that the sentence tells. */
function withFields(value: Hypothesis, { fields }: Body, { from, to, claims }: Reach & ClaimContext): Hypothesis {
  const parts: Partial<Record<keyof Hypothesis, string>> = {};
  for (const { name, block, lines } of fields) {
    const part = block >= from && block < to ? partNamed(plainTitle(name), claims) : undefined;
    const text = lines.map((line) => line.text).join(" ");
    if (part !== undefined && text !== "" && parts[part] === undefined) parts[part] = text;
  }
  return { ...value, ...parts };
}

function partNamed(name: string, claims: readonly ClaimPatterns[]): Exclude<keyof Hypothesis, "claim"> | undefined {
  return claims.find(({ parts }) => parts.has(name))?.parts.get(name);
}
