import type { ClaimPatterns } from "./claim-patterns.ts";
import { type MetricParts, parseMetric } from "./parse-metric.ts";
import { trimEnds } from "./split-at.ts";
import { type Hypothesis, untold } from "./statements.ts";

/** Longer claims are cut, in characters. */
const longestClaim = 1000;
/** Nobody begins to believe so often in one paragraph. */
const mostOpeners = 50;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where a text says "we believe ... will ...": from the opener to the end of the claim. Null when it does not. */
export function findClaim(prose: string, languages: readonly ClaimPatterns[]): Stretch | null {
  for (const language of languages) {
    const found = findClaimIn(prose, language);
    if (found !== null) return found;
  }
  return null;
}

function findClaimIn(prose: string, { openers, promise, doubt, knowing }: ClaimPatterns): Stretch | null {
  for (const { index, 0: words } of prose.matchAll(openers).take(mostOpeners)) {
    const end = sentenceEnd(prose, index);
    const claims = promise.test(prose.slice(index + words.length, end)) && prose[end - 1] !== "?";
    if (!claims || doubt.test(sentenceBefore(prose, index))) continue;
    return { start: index, end: knowing.test(prose.slice(end, end + 60)) ? sentenceEnd(prose, end + 1) : end };
  }
  return null;
}

/** Where a text says "we will know when ...", and up to where. Null when it does not say so at its start. */
export function findKnowing(prose: string, languages: readonly ClaimPatterns[]): Stretch | null {
  const start = prose.slice(0, 60);
  return languages.some(({ knowing }) => knowing.test(start)) ? { start: 0, end: sentenceEnd(prose, 0) } : null;
}

/** Not behind an abbreviation: "e.g.", "z. B.". */
const stop = /(?<!(?:^|[\s(])(?:e\.g|i\.e|approx|bzw|ca|z|z\.\s?B|d|d\.\s?h))[.!?;](?=\s|$)/u;

/** After the full stop, or where the claim has become too long to be one. */
function sentenceEnd(text: string, from: number): number {
  const found = text.slice(from, from + longestClaim).search(stop);
  return found < 0 ? Math.min(text.length, from + longestClaim) : from + found + 1;
}

/** What the sentence says up to a place in it. */
function sentenceBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 200), at);
  return before.split(/[.!?;:\n]/u).at(-1) ?? "";
}

/** The parts of a claim. In other words than the usual ones only what can be told safely. */
export function parseHypothesis(text: string, languages: readonly ClaimPatterns[]): Hypothesis {
  const claim = text.replace(/\s+/gu, " ").trim().slice(0, longestClaim);
  const opened = languages.find(({ openers }) => claim.search(openers) >= 0);
  const readings = (opened === undefined ? languages : [opened]).map((language) => parseIn(claim, language));
  return readings.find(({ effect }) => effect !== null) ?? readings[0] ?? { claim, ...untold };
}

function parseIn(claim: string, language: ClaimPatterns): Hypothesis {
  const [match] = claim.matchAll(language.openers);
  const rest = match === undefined ? claim : claim.slice(match.index + match[0].length);
  const know = language.known.exec(rest);
  const measured = know === null ? null : parseKnowing(rest.slice(know.index), language);
  const belief = language.splitBelief(trimEnds(rest.slice(0, know?.index ?? rest.length)));
  const within = belief.effect === null ? null : parseMetric(belief.effect).window;
  return { claim, ...untold, ...belief, ...measured, window: measured?.window ?? within };
}

/** "We will know when METRIC moves from BASELINE to TARGET within WINDOW." */
function parseKnowing(text: string, { when }: ClaimPatterns): MetricParts {
  const match = when.exec(text.slice(0, 120));
  return parseMetric(match === null ? "" : text.slice(match.index + match[0].length));
}

/** What a text that begins with "we will know" tells. */
export function readKnowing(text: string, languages: readonly ClaimPatterns[]): MetricParts | null {
  const language = languages.find(({ knowing }) => knowing.test(text.slice(0, 60)));
  return language === undefined ? null : parseKnowing(text, language);
}
