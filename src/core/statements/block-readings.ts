import type { Content } from "./content.ts";
import { firstReading, gradeCandidate } from "./grade.ts";
import { parseHypothesis } from "./parse-hypothesis.ts";
import type { ClaimContext } from "./read-hypothesis.ts";
import type { BlockValue, OutcomeBlock } from "./outcome-block.ts";
import type { Hypothesis, Reading, StatementName } from "./statements.ts";
import type { TemplateWords } from "./template-words.ts";

const keys: Readonly<Record<Exclude<StatementName, "hypothesis">, readonly string[]>> = {
  who: ["who"],
  problem: ["problem"],
  evidence: ["evidence"],
  metric: ["metric"],
  window: ["window", "within"],
  alternatives: ["alternatives"],
  exploration: ["exploring"],
  optOut: ["no_outcome"],
};

/** What an ```outcome block says of one statement. */
export function readFromBlock(
  block: OutcomeBlock,
  statement: Exclude<StatementName, "hypothesis">,
  template: TemplateWords,
): Reading {
  return firstReading(keys[statement].map((key) => gradeKey(block, { key, statement }, template)));
}

interface Asked {
  readonly key: string;
  readonly statement: StatementName;
}

function gradeKey(block: OutcomeBlock, { key, statement }: Asked, template: TemplateWords): Reading {
  const value = block.get(key);
  if (value === undefined) return { grade: "absent" };
  const place = { kind: "block", name: key, line: value.line } as const;
  return gradeCandidate({ statement, place, content: toContent(value) }, template);
}

function toContent({ text, line }: BlockValue): readonly Content[] {
  const rows = text.split("\n").filter((row) => row.trim() !== "");
  return rows.map((row, index) => ({ text: row.trim(), number: line + index, kind: "words" }));
}

/** `hypothesis`, or `we_believe` and `will`; the other parts may have keys of their own in either case. */
export function readHypothesisFromBlock(block: OutcomeBlock, context: ClaimContext): Reading<Hypothesis> {
  const { template } = context;
  const needed = block.has("hypothesis") ? ["hypothesis"] : ["we_believe", "will"].filter((key) => block.has(key));
  const readings = needed.map((key) => gradeKey(block, { key, statement: "hypothesis" }, template));
  const poor = readings.find(({ grade }) => grade !== "stated");
  if (poor !== undefined && poor.grade !== "stated") return poor;
  const [first] = readings;
  if (first?.grade !== "stated" || (needed.length === 1 && needed[0] === "will")) return { grade: "absent" };
  const { quote, place } = first;
  return { grade: "stated", value: withParts(composeClaim(block, context), block, template), quote, place };
}

function composeClaim(block: OutcomeBlock, { claims }: ClaimContext): Hypothesis {
  const whole = block.get("hypothesis")?.text;
  if (whole !== undefined) return parseHypothesis(whole, claims);
  const says = (lead: string, key: string): string => {
    const value = block.get(key)?.text ?? "";
    return value === "" ? "" : ` ${lead}${value.replace(/[.\s]+$/u, "")}`;
  };
  const claim = `We believe${says("", "we_believe")}${says("for ", "for")}${says("will ", "will")}${says("because ", "because")}`;
  const parts = parseHypothesis(claim, claims);
  return block.has("will") ? { ...parts, change: block.get("we_believe")?.text ?? null } : parts;
}

function withParts(hypothesis: Hypothesis, block: OutcomeBlock, template: TemplateWords): Hypothesis {
  const part = (...names: readonly string[]): string | null => {
    const reading = firstReading(names.map((key) => gradeKey(block, { key, statement: "hypothesis" }, template)));
    return reading.grade === "stated" ? reading.value : null;
  };
  return {
    ...hypothesis,
    who: part("for") ?? hypothesis.who,
    effect: part("will") ?? hypothesis.effect,
    because: part("because") ?? hypothesis.because,
    metric: part("metric") ?? hypothesis.metric,
    baseline: part("baseline", "from") ?? hypothesis.baseline,
    target: part("target", "to") ?? hypothesis.target,
    window: part("window", "within") ?? hypothesis.window,
  };
}
