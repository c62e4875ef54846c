import { languages } from "./languages/index.ts";
import { part, splitAt, trimEnds } from "./split-at.ts";
import type { MetricWords } from "./languages/metric-words.ts";
import { parseWindow } from "./parse-window.ts";

/** "METRIC moves from BASELINE to TARGET within WINDOW", as far as it is told. */
export interface MetricParts {
  readonly metric: string | null;
  readonly baseline: string | null;
  readonly target: string | null;
  readonly window: string | null;
}

/** In the language that tells the most of it. */
export function parseMetric(text: string): MetricParts {
  const line = text.slice(0, 500).replace(/\s+/gu, " ");
  const [first, ...others] = patterns.map((words) => parseIn(line, words));
  return others.reduce((best, parts) => (told(parts) > told(best) ? parts : best), first ?? nothing);
}

const nothing: MetricParts = { metric: null, baseline: null, target: null, window: null };

function told({ baseline, target, window }: MetricParts): number {
  return [baseline, target, window].filter((value) => value !== null).length;
}

type MetricPatterns = Readonly<Record<keyof MetricWords, RegExp>>;

const patterns: readonly MetricPatterns[] = languages.map(({ metrics }) => ({
  lead: new RegExp(`,? ${metrics.lead}(?=\\p{L}+[ -]|\\d{1,4}[ -]?\\p{L}|P\\d)`, "giu"),
  from: new RegExp(metrics.from, "iu"),
  to: new RegExp(metrics.to, "iu"),
  towards: new RegExp(metrics.towards, "iu"),
  moves: new RegExp(`(?:${metrics.moves})$`, "iu"),
}));

function parseIn(line: string, words: MetricPatterns): MetricParts {
  const { rest, window } = takeWindow(line, words.lead);
  const [before, behind] = splitAt(rest, words.from);
  const [baseline, target] = splitAt(behind ?? "", words.to);
  if (target === undefined) {
    const [metric, reached] = splitAt(rest, words.towards);
    if (reached === undefined) return { metric: part(metric), baseline: null, target: null, window };
    return { metric: still(metric, words), baseline: null, target: still(reached, words), window };
  }
  return { metric: still(before, words), baseline: part(baseline), target: still(target, words), window };
}

function takeWindow(text: string, lead: RegExp): { readonly rest: string; readonly window: string | null } {
  for (const match of text.matchAll(lead)) {
    const behind = text.slice(match.index + match[0].length);
    const window = parseWindow(behind.slice(0, 60));
    if (window === null || !behind.startsWith(window.text)) continue;
    return { rest: text.slice(0, match.index) + behind.slice(window.text.length), window: window.text };
  }
  return { rest: text, window: null };
}

/** Without what moves it, which is neither metric nor value. */
function still(text: string | undefined, { moves }: MetricPatterns): string | null {
  return part(trimEnds(text ?? "").replace(moves, ""));
}
