import type { Said, SaidHypothesis } from "../core/facts/said.ts";
import { findFields } from "../core/markdown/find-fields.ts";
import type { Body } from "../core/markdown/parse-body.ts";
import type { Place, Reading, Statements } from "../core/statements/statements.ts";
import { readTexts } from "./read-texts.ts";
import type { TextSettings } from "./read-texts.ts";

interface Means {
  readonly kind: "pull_request" | "issue";
  readonly templates: readonly string[];
  readonly settings: TextSettings;
}

/**
 * A text's statements with the hypothesis that somebody said by a command in the place of its own, with what that one
 * told of metric and window. One that says nothing takes no place.
 */
export function withSaidHypothesis(own: Statements, { hypothesis: said }: Said, means: Means): Statements {
  if (said === null) return own;
  const told = readSaidHypothesis(said, means);
  if (told.hypothesis.grade !== "stated" && own.hypothesis.grade === "stated") return own;
  return {
    ...own,
    hypothesis: told.hypothesis,
    metric: told.metric.grade === "stated" ? told.metric : withoutTold(own.metric, own),
    window: told.window.grade === "stated" ? told.window : withoutTold(own.window, own),
  };
}

/** As the field that people write in a description, whose usual name is English whatever languages are in use. */
function readSaidHypothesis(said: SaidHypothesis, { kind, templates, settings }: Means): Statements {
  const { statements: vocabulary } = settings;
  const languages = [...new Set(["en" as const, ...vocabulary.languages])];
  const texts = readTexts(templates, { ...settings, statements: { ...vocabulary, languages } });
  const told = texts.read({ kind, title: "", body: fieldOf(`Hypothesis: ${said.text}`) });
  const place: Place = { kind: "comment", name: said.by.login, line: 1 };
  return {
    ...told,
    hypothesis: placeAt(told.hypothesis, place),
    metric: placeAt(told.metric, place),
    window: placeAt(told.window, place),
  };
}

/** The characters as they are: what a reader saw is not read as Markdown once more. */
function fieldOf(text: string): Body {
  const line = { number: 1, text, prose: text, links: [], images: [], bold: 0, box: null };
  const blocks = [{ kind: "text", depth: 0, lines: [line] }] as const;
  return { blocks, sections: [], fields: findFields(blocks), cut: false, indented: false };
}

function placeAt<Value>(reading: Reading<Value>, place: Place): Reading<Value> {
  return reading.grade === "absent" ? reading : { ...reading, place };
}

/** What the hypothesis told whose place was taken goes with it. */
function withoutTold<Value>(reading: Reading<Value>, { hypothesis }: Statements): Reading<Value> {
  if (reading.grade !== "stated" || hypothesis.grade !== "stated") return reading;
  const { kind, line } = hypothesis.place;
  const isTold = reading.place.kind === kind && reading.place.line === line && reading.quote === hypothesis.quote;
  return isTold ? { grade: "absent" } : reading;
}
