import MiniSearch from "minisearch";
import { isGeneric } from "./generic-terms.ts";
import { isHousekeeping } from "./is-housekeeping.ts";
import type { OpenProblem } from "./open-problem.ts";
import { tellsOfTrouble } from "./tells-trouble.ts";
import { termsOf } from "./terms.ts";

/** What a pull request says of itself. */
export interface Change {
  readonly title: string;
  /** Its description without marks. */
  readonly words: string;
  readonly headBranch: string;
  /** Null where nobody had to read them. */
  readonly paths: readonly string[] | null;
}

/** A problem that a pull request may be about. */
export interface Candidate {
  readonly number: number;
  readonly title: string;
}

/** More would be a list to read, not a line to paste. */
const mostShown = 3;

/**
 * What has to be in common before anything is said, counted in words that stand in one problem alone: about two of those,
 * or several that are less rare. Set, with the figures below, by the part of the made-up set that
 * may be looked at (`npm run eval:candidates`).
 */
const leastInCommon = 1.85;

/** As if so much more were in common, where the change tells of trouble. */
const worthOfTrouble = 0.6;

/** Of what the best one has in common. What is far behind it is no second guess. */
const leastOfBest = 0.6;

/**
 * The problems that the change looks made for, the most likely first; none when unsure. What is rare among the problems
 * weighs more. A wrong line costs more trust than a missing one, so doubt ends in silence.
 */
export function rankProblems(change: Change, problems: readonly OpenProblem[]): readonly Candidate[] {
  if (problems.length === 0 || isHousekeeping(change)) return [];
  const trouble = tellsOfTrouble(`${change.title} ${change.words}`) ? worthOfTrouble : 0;
  const likely = compare(change, problems);
  const best = likely[0]?.inCommon ?? 0;
  return likely
    .filter(({ inCommon }) => inCommon + trouble >= leastInCommon && inCommon >= best * leastOfBest)
    .slice(0, mostShown)
    .map(({ number, title }) => ({ number, title }));
}

interface Compared extends Candidate {
  readonly inCommon: number;
}

/** Every problem that has anything in common with the change: what most is in common with first, of equals the newest. */
function compare(change: Change, problems: readonly OpenProblem[]): readonly Compared[] {
  const read = problems.map(toDocument);
  const documents = new Map(read.map((document) => [document.number, document]));
  const said = new Set(sayings(change).flatMap(termsOf));
  const rarest = rarity(1, Math.max(fewest, problems.length));
  return find(read, said)
    .flatMap(({ id, score, queryTerms }) => {
      const document = documents.get(Number(id));
      if (document === undefined) return [];
      const { number, title, terms } = document;
      // The library multiplies by how many words were found, which favours many ordinary ones.
      const rare = score / Math.max(1, queryTerms.length) / rarest;
      return [{ number, title, inCommon: rare / byChance(said.size, terms.size) }];
    })
    .toSorted((a, b) => b.inCommon - a.inCommon || b.number - a.number);
}

interface Document extends Candidate {
  readonly terms: ReadonlySet<string>;
}

function toDocument({ number, title, words }: OpenProblem): Document {
  return { number, title, terms: new Set(termsOf(`${title} ${words}`)) };
}

/** Without `k` a word counts once, however often it is said: then a score is the rarity of what is shared, added up. */
function find(documents: readonly Document[], said: ReadonlySet<string>) {
  const index = new MiniSearch<Document>({
    idField: "number",
    fields: ["terms"],
    // What the change does not say is not asked for, and would be most of the work.
    extractField: ({ number, terms }, field) =>
      field === "number" ? String(number) : [...terms].filter((term) => said.has(term)).join(" "),
    tokenize: (terms) => terms.split(" "),
    processTerm: (term) => term,
    searchOptions: { bm25: { k: 0, b: 0, d: 0 }, boostTerm: (term) => (isGeneric(term) ? worthOfGeneric : 1) },
  });
  index.addAll(documents);
  return index.search([...said].join(" "));
}

/** In characters. What a change is about stands at the beginning of its description. */
const longestSaid = 1000;

/** A change of more paths is about no place in particular. */
const mostPaths = 20;

function sayings({ title, words, headBranch, paths }: Change): readonly string[] {
  const places = paths === null || paths.length > mostPaths ? [] : paths;
  return [title, headBranch, words.slice(0, longestSaid), ...places];
}

/** Sharing a word for a part of any software says so much of sharing one of the product's own. */
const worthOfGeneric = 0.5;

/** Of so many problems at least a word's rarity is judged: among three, every word is rare. */
const fewest = 100;

/** How much it says that a word is shared which stands in so many of all: as the library has it. */
function rarity(count: number, all: number): number {
  return Math.log(1 + (all - count + 0.5) / (count + 0.5));
}

/** In different words. */
const usualLength = 13;

/** Longer texts share more words by chance. Held against real pull requests beside the problems of other products. */
function byChance(said: number, problem: number): number {
  return (Math.max(1, said / usualLength) * Math.max(1, problem / usualLength)) ** 0.75;
}
