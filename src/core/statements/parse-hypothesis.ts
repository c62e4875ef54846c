import { type MetricParts, parseMetric } from "./parse-metric.ts";
import type { Hypothesis } from "./statements.ts";

/** Longer claims are cut, in characters. */
const longestClaim = 1000;

const opener = /\bwe\s(?:(?:strongly|firmly|also|still)\s)?(?:believe|hypothesi[sz]e|bet)(?:\sthat)?[\s,:]+/iu;
const openers = new RegExp(opener.source, "giu");
const knowing = /^\s*(?:and |then )?we(?:['’]ll|\swill)\sknow\b/iu;

/** Where a text says "we believe ... will ...": from the opener to the end of the claim. Null when it does not. */
export function findClaim(prose: string): { readonly start: number; readonly end: number } | null {
  for (const { index, 0: words } of prose.matchAll(openers)) {
    const end = sentenceEnd(prose, index);
    if (!/\bwill\b/iu.test(prose.slice(index + words.length, end))) continue;
    return { start: index, end: knowing.test(prose.slice(end, end + 40)) ? sentenceEnd(prose, end + 1) : end };
  }
  return null;
}

/** Where a text says "we will know when ...", and up to where. Null when it does not say so at its start. */
export function findKnowing(prose: string): { readonly start: number; readonly end: number } | null {
  return knowing.test(prose.slice(0, 40)) ? { start: 0, end: sentenceEnd(prose, 0) } : null;
}

/** After the full stop, or where the claim has become too long to be one. */
function sentenceEnd(text: string, from: number): number {
  const stop = /[.!?;](?=\s|$)/u.exec(text.slice(from, from + longestClaim));
  return stop === null ? Math.min(text.length, from + longestClaim) : from + stop.index + 1;
}

/** The parts of a claim. In other words than the usual ones only what can be told safely. */
export function parseHypothesis(text: string): Hypothesis {
  const claim = text.replace(/\s+/gu, " ").trim().slice(0, longestClaim);
  const match = opener.exec(claim);
  const rest = match === null ? claim : claim.slice(match.index + match[0].length);
  const know = /\bwe(?:['’]ll| will) know\b/iu.exec(rest);
  const belief = trimEnds(rest.slice(0, know?.index ?? rest.length));
  const measured = know === null ? null : parseKnowing(rest.slice(know.index));
  const { effect, ...others } = splitBelief(belief);
  const within = effect === null ? null : parseMetric(effect).window;
  return {
    claim,
    ...others,
    effect,
    metric: measured?.metric ?? null,
    baseline: measured?.baseline ?? null,
    target: measured?.target ?? null,
    window: measured?.window ?? within,
  };
}

/** "We will know when METRIC moves from BASELINE to TARGET within WINDOW." */
export function parseKnowing(text: string): MetricParts {
  const when = /\b(?:when|if|once|because)\b/iu.exec(text.slice(0, 120));
  return parseMetric(when === null ? "" : text.slice(when.index + when[0].length));
}

type Belief = Pick<Hypothesis, "change" | "who" | "effect" | "because">;

function splitBelief(belief: string): Belief {
  const [main, because] = splitAt(belief, /[,;]?\s(?:because|since)\s/iu);
  const ifThen = /^\W*if\s(.*?),?\sthen\s/iu.exec(main);
  if (ifThen !== null) {
    return { change: part(ifThen[1]), who: null, effect: part(main.slice(ifThen[0].length)), because: part(because) };
  }
  const [left, effect] = splitAt(main, /\swill\s/iu);
  if (effect === undefined) return { change: null, who: null, effect: null, because: part(because) };
  const subject = left.replace(/,?\s(?:we|this|it)$/iu, "").replace(/^by\s/iu, "");
  const cut = subject.toLowerCase().lastIndexOf(" for ");
  const change = cut < 0 ? subject : subject.slice(0, cut);
  return {
    change: part(change),
    who: cut < 0 ? null : part(subject.slice(cut + 5)),
    effect: part(effect),
    because: part(because),
  };
}

function splitAt(text: string, separator: RegExp): readonly [string, string?] {
  const match = separator.exec(text);
  return match === null ? [text] : [text.slice(0, match.index), text.slice(match.index + match[0].length)];
}

function part(text: string | undefined): string | null {
  const trimmed = trimEnds(text ?? "");
  return trimmed === "" ? null : trimmed;
}

function trimEnds(text: string): string {
  return text.trim().replace(/[\s.,;:!]+$/u, "");
}
