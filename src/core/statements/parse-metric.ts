import { parseWindow } from "./parse-window.ts";

/** "METRIC moves from BASELINE to TARGET within WINDOW", as far as it is told. */
export interface MetricParts {
  readonly metric: string | null;
  readonly baseline: string | null;
  readonly target: string | null;
  readonly window: string | null;
}

export function parseMetric(text: string): MetricParts {
  const { rest, window } = takeWindow(text.slice(0, 500).replace(/\s+/gu, " "));
  const from = / from /iu.exec(rest);
  const to = from === null ? null : / to /iu.exec(rest.slice(from.index + 6));
  if (from === null || to === null) return { ...splitTarget(rest), baseline: null, window };
  const middle = from.index + 6;
  return {
    metric: part(rest.slice(0, from.index).replace(verbs, "")),
    baseline: part(rest.slice(middle, middle + to.index)),
    target: part(rest.slice(middle + to.index + 4)),
    window,
  };
}

const verb =
  "moves?|go(?:es)?|changes?|rises?|grows?|increases?|improves?|falls?|drops?|decreases?|declines?|shrinks?|gets?|is|are|stays?|remains?|reach(?:es)?";
/** At the end of the metric: "moves", "goes up", "is reduced". */
const verbs = new RegExp(`\\s(?:has |have )?(?:${verb})(?: up| down| reduced| increased| raised| lowered)?$`, "iu");
const targets = new RegExp(
  `\\s(?:${verb})(?: up| down)? (?=(?:to|by|below|under|above|over|at least|at most|less than|more than|fewer than)\\s)(?:to )?`,
  "iu",
);

function splitTarget(text: string): Pick<MetricParts, "metric" | "target"> {
  const match = targets.exec(text);
  if (match === null) return { metric: part(text), target: null };
  return { metric: part(text.slice(0, match.index)), target: part(text.slice(match.index + match[0].length)) };
}

function takeWindow(text: string): { readonly rest: string; readonly window: string | null } {
  const lead = /,?\s(?:within|in|after|over)\s(?:the )?(?:next |first )?(?=(?:an?|[a-z]+|\d{1,4})[ -]?[a-z]|P\d)/giu;
  for (const match of text.matchAll(lead)) {
    const behind = text.slice(match.index + match[0].length);
    const window = parseWindow(behind.slice(0, 60));
    if (window === null || !behind.startsWith(window.text)) continue;
    return { rest: text.slice(0, match.index) + behind.slice(window.text.length), window: window.text };
  }
  return { rest: text, window: null };
}

function part(text: string): string | null {
  const trimmed = text.trim().replace(/[\s.,;:!]+$/u, "");
  return trimmed === "" ? null : trimmed;
}
