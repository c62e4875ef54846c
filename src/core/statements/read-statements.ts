import type { Body } from "../markdown/parse-body.ts";
import { readFromBlock, readHypothesisFromBlock } from "./block-readings.ts";
import { type Candidate, fieldOwners, findCandidates } from "./content.ts";
import { firstReading, gradeCandidate } from "./grade.ts";
import { isHollow } from "./hollow.ts";
import { type OutcomeBlock, readOutcomeBlock } from "./outcome-block.ts";
import type { CuePatterns } from "./prose/cue-patterns.ts";
import { findEffect } from "./prose/find-effect.ts";
import { findPhrase } from "./prose/find-phrase.ts";
import { findEvidence, findFeedback } from "./prose/find-evidence.ts";
import { findProblem, isInternal, isOnlyRequest, statedInTitle } from "./prose/find-problem.ts";
import { type Prose, readProse, type Subject } from "./prose/prose.ts";
import { parseMetric } from "./parse-metric.ts";
import { parseWindow } from "./parse-window.ts";
import { findHypothesis, type IsField, knowingReader, templateParts } from "./find-hypothesis.ts";
import { type ClaimContext, readAskedHypothesis, readPhrasedHypothesis, refuseVague } from "./read-hypothesis.ts";
import type { Hypothesis, Reading, ReadingOfProblem, StatementName, Statements, Window } from "./statements.ts";
import { type TemplateWords, templateWords } from "./template-words.ts";
import { claimsOf, languagesOf, type TitleLookup, titleLookup, type Vocabulary } from "./vocabulary.ts";

export interface StatementContext {
  readonly vocabulary: Vocabulary;
  /** What the text may have been started from: the repository's templates, and the lines that we ask people to paste. */
  readonly templates: readonly Body[];
}

/** What is made once of a context, for all texts that are read in it. */
interface Means {
  readonly template: TemplateWords;
  readonly claims: ClaimContext;
  readonly cues: readonly CuePatterns[];
  readonly lookup: TitleLookup;
  readonly phrases: Readonly<Partial<Record<string, readonly string[]>>>;
}

/** Everything that a text says, each with how well. An outcome block stands before fields and headings, these before prose. */
export function readStatements(subject: Subject, context: StatementContext): Statements {
  return textReader(context)(subject).statements;
}

/** What a text states, with the links and quotes that it gives as evidence. */
export interface ReadText {
  readonly statements: Statements;
  readonly feedback: readonly string[];
}

/** For many texts in one context. Of issues it also matters how much feedback they hold. */
export function textReader({ vocabulary, templates }: StatementContext): (subject: Subject) => ReadText {
  const template = templateWords(templates);
  const claims = claimsOf(vocabulary);
  const means: Means = {
    template,
    claims: { template, claims, isTemplatePart: templateParts(templates, claims) },
    cues: languagesOf(vocabulary),
    lookup: titleLookup(vocabulary),
    phrases: vocabulary.phrases,
  };
  return (subject) => {
    const source = toSource(subject, means);
    return { statements: readAll(source), feedback: subject.kind === "issue" ? findFeedback(source.prose) : [] };
  };
}

function toSource(subject: Subject, means: Means): Source {
  const { body } = subject;
  const { lookup } = means;
  const owners = fieldOwners(body, lookup);
  return {
    ...means,
    body,
    block: readOutcomeBlock(body),
    candidates: findCandidates({ body, lookup, owners }),
    isField: (block, line) => owners.has(`${block}:${line}`),
    prose: readProse(subject, means.cues, means.template),
  };
}

function readAll(source: Source): Statements {
  const hypothesis = readHypothesis(source);
  const metric = readMetric(source, hypothesis);
  return {
    who: readPlain(source, "who"),
    problem: readProblem(source),
    evidence: readEvidence(source),
    hypothesis,
    effect: firstReading([findEffect(source.prose), readPhrase(source, "effect")]),
    metric,
    window: readWindow(source, hypothesis, metric),
    alternatives: readPlain(source, "alternatives"),
    exploration: readPlain(source, "exploration"),
    optOut: readPlain(source, "optOut"),
  };
}

interface Source extends Means {
  readonly body: Body;
  readonly block: OutcomeBlock;
  readonly candidates: readonly Candidate[];
  readonly isField: IsField;
  readonly prose: Prose;
}

/** The problem in a place of its own, else in prose. */
function readProblem(source: Source): ReadingOfProblem {
  const asked = readPlain(source, "problem");
  if (asked.grade === "stated" && isOnlyRequest(asked.value, source.prose)) return readRequested(source, asked);
  if (asked.grade === "stated" && !isInternal(asked.value, source.prose)) return asked;
  if (titled(source) === "problem") return statedInTitle(source.prose);
  const told = findProblem(source.prose);
  if (told.grade === "stated" || told.grade === "internal") return told;
  if (asked.grade === "stated") return { ...asked, grade: "internal" };
  return asked.grade === "absent" ? told : asked;
}

/** Where the problem's own place only names a solution, the text may still tell the problem elsewhere. */
function readRequested({ prose }: Source, { quote, place }: Reading & { readonly grade: "stated" }): ReadingOfProblem {
  const told = findProblem(prose);
  return told.grade === "stated" ? told : { grade: "solution-only", quote, place };
}

/** The evidence in a place of its own, else what can be checked anywhere in the text. */
function readEvidence(source: Source): Reading {
  const asked = readPlain(source, "evidence");
  return asked.grade === "stated" ? asked : firstReading([findEvidence(source.prose), asked]);
}

/** "Problem: the till is slow", as a title. */
function titled({ prose, lookup }: Source): StatementName | null {
  return prose.titleName === null || isHollow(prose.title.text) ? null : lookup(prose.titleName);
}

function readPlain(source: Source, statement: Exclude<StatementName, "hypothesis">): Reading {
  const asked = candidatesFor(source, statement).map((candidate) => gradeCandidate(candidate, source.template));
  return firstReading([
    readFromBlock(source.block, statement, source.template),
    ...asked,
    readPhrase(source, statement),
  ]);
}

/** A sentence with a phrase that is configured for the statement. */
function readPhrase({ prose, phrases }: Source, statement: StatementName | "effect"): Reading {
  return findPhrase(prose, phrases[statement] ?? []);
}

function candidatesFor({ candidates }: Source, statement: StatementName): readonly Candidate[] {
  return candidates.filter((candidate) => {
    if (candidate.statement !== statement) return false;
    // Opting out takes a line of its own with the reason on it: what stands under a heading is not one.
    return statement !== "optOut" || candidate.place.kind === "field" || candidate.content.length === 0;
  });
}

function readHypothesis(source: Source): Reading<Hypothesis> {
  const { body, block, claims, isField } = source;
  const asked = candidatesFor(source, "hypothesis").map((candidate) => readAskedHypothesis(candidate, body, claims));
  const inProse = findHypothesis(body, claims, isField);
  const phrased = readPhrasedHypothesis(readPhrase(source, "hypothesis"), claims);
  const readings = [readHypothesisFromBlock(block, claims), ...asked, ...inProse, phrased];
  const known = readings.map(knowingReader(body, claims));
  const measured = readPlain(source, "metric").grade === "stated";
  return firstReading(measured ? known : known.map((reading) => refuseVague(reading, claims)));
}

/** The metric, in a place of its own or in the hypothesis. */
function readMetric(source: Source, hypothesis: Reading<Hypothesis>): Reading {
  const own = readPlain(source, "metric");
  if (own.grade === "stated" || hypothesis.grade !== "stated" || hypothesis.value.metric === null) return own;
  return { grade: "stated", value: hypothesis.value.metric, quote: hypothesis.quote, place: hypothesis.place };
}

/** The window, in a place of its own, in the hypothesis or in the metric: "sign-ups rise within two weeks". */
function readWindow(source: Source, hypothesis: Reading<Hypothesis>, metric: Reading): Reading<Window> {
  const own = firstReading([
    readBlockWindow(source),
    ...candidatesFor(source, "window").map((candidate) => gradeWindow(candidate, source.template)),
  ]);
  if (own.grade === "stated") return own;
  const told = hypothesis.grade === "stated" ? hypothesis.value.window : null;
  if (hypothesis.grade === "stated" && told !== null) {
    const window = parseWindow(told);
    if (window !== null) return { ...hypothesis, value: window };
  }
  const within = metric.grade === "stated" ? parseMetric(metric.value).window : null;
  const window = within === null ? null : parseWindow(within);
  return window === null || metric.grade !== "stated" ? own : { ...metric, value: window };
}

function readBlockWindow({ block, template }: Source): Reading<Window> {
  const reading = readFromBlock(block, "window", template);
  return reading.grade === "stated" ? withDays(reading) : reading;
}

/** A length of time counts even where the template has it: then it is the window that the team has chosen. */
function gradeWindow(candidate: Candidate, template: TemplateWords): Reading<Window> {
  const line = candidate.content.find(({ text, kind }) => kind === "words" && parseWindow(text) !== null);
  if (line === undefined) {
    const reading = gradeCandidate(candidate, template);
    return reading.grade === "stated" ? { grade: "absent" } : reading;
  }
  const place = { ...candidate.place, line: line.number };
  return withDays({ grade: "stated", value: line.text, quote: line.text, place });
}

function withDays(reading: Reading & { readonly grade: "stated" }): Reading<Window> {
  const value = isHollow(reading.value) ? null : parseWindow(reading.value);
  return value === null ? { grade: "absent" } : { ...reading, value };
}
