import type { Body } from "../markdown/parse-body.ts";
import { plainTitle } from "../markdown/plain-words.ts";
import type { Candidate } from "./content.ts";
import { gradeCandidate } from "./grade.ts";
import { isHollow, isPlaceholder } from "./hollow.ts";
import { parseHypothesis } from "./parse-hypothesis.ts";
import type { Hypothesis, Place, Reading } from "./statements.ts";
import type { TemplateWords } from "./template-words.ts";

/** What stands under a heading or in a field that asks for the hypothesis, in any words. */
export function readAskedHypothesis(candidate: Candidate, body: Body, template: TemplateWords): Reading<Hypothesis> {
  const reading = gradeCandidate(candidate, template);
  if (reading.grade !== "stated") return reading;
  const { quote, place } = reading;
  // A field called "We believe" holds the rest of the sentence.
  const opened = /^we believe/iu.test(candidate.place.name) ? `We believe ${reading.value}` : reading.value;
  const value = withFields(parseHypothesis(opened), body, reach(candidate, body));
  return gradeParts(value, quote, place);
}

/** A claim whose change or effect is still the form's word claims nothing; other such parts are only not told. */
export function gradeParts(value: Hypothesis, quote: string, place: Place): Reading<Hypothesis> {
  const core = [value.change, value.effect].filter((text) => text !== null);
  if (core.some(isPlaceholder)) return { grade: "template", quote, place };
  if (core.some(isHollow)) return { grade: "hollow", quote, place };
  const { who, because, metric, baseline, target, window } = value;
  const others = { who: told(who), because: told(because), metric: told(metric), window: told(window) };
  return {
    grade: "stated",
    value: { ...value, ...others, baseline: shown(baseline), target: shown(target) },
    quote,
    place,
  };
}

function told(text: string | null): string | null {
  return text === null || isPlaceholder(text) || isHollow(text) ? null : text;
}

/** "None" and "0" are good baselines; the form's word is not. */
function shown(text: string | null): string | null {
  return text === null || isPlaceholder(text) ? null : text;
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

const partNames: ReadonlyMap<string, keyof Hypothesis> = new Map([
  ["we believe", "change"],
  ["we believe that", "change"],
  ["change", "change"],
  ["for", "who"],
  ["who", "who"],
  ["will", "effect"],
  ["effect", "effect"],
  ["because", "because"],
  ["reason", "because"],
  ["metric", "metric"],
  ["baseline", "baseline"],
  ["from", "baseline"],
  ["target", "target"],
  ["to", "target"],
  ["window", "window"],
  ["within", "window"],
]);

/** Parts given as fields under the heading stand before those that the sentence tells. */
function withFields(value: Hypothesis, { fields }: Body, { from, to }: Reach): Hypothesis {
  const parts: Partial<Record<keyof Hypothesis, string>> = {};
  for (const { name, block, lines } of fields) {
    const part = block >= from && block < to ? partNames.get(plainTitle(name)) : undefined;
    const text = lines.map((line) => line.text).join(" ");
    if (part !== undefined && text !== "" && parts[part] === undefined) parts[part] = text;
  }
  return { ...value, ...parts };
}
