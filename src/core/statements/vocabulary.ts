import { z } from "zod";
import { plainTitle } from "../markdown/plain-words.ts";
import type { StatementName } from "./statements.ts";
import { type ClaimPatterns, claimPatterns } from "./claim-patterns.ts";
import type { Language } from "./languages/language.ts";
import { languages } from "./languages/index.ts";
import { phrasesSchema } from "./phrases.ts";
import type { CuePatterns } from "./prose/cue-patterns.ts";
import type { TitleWords } from "./languages/title-words.ts";

const titles = z.array(z.string().trim().min(2).max(100)).max(50).default([]);

function titlesOf(what: string) {
  return titles.meta({ description: `Headings and field names over ${what}, besides the usual ones.` });
}

const headingsSchema = z.strictObject({
  who: titlesOf("who has the problem"),
  problem: titlesOf("the problem: who has it and what happens"),
  evidence: titlesOf("the evidence: a link, a quote, a number or the steps to reproduce"),
  hypothesis: titlesOf("the hypothesis, in any words"),
  metric: titlesOf("the metric"),
  window: titlesOf("the time after which to look again"),
  alternatives: titlesOf("the alternatives that were considered"),
  exploration: titlesOf("the question of a change that is made to learn; `Exploring:` is the usual one"),
  opt_out: titles.meta({
    description: "Names of the line that opts a pull request out with a reason, besides `No outcome:`.",
  }),
});

/** By which words statements are found. */
export const vocabularySchema = z.strictObject({
  languages: z
    .array(z.enum(languages.map(({ name }) => name)))
    .default(["en"])
    .meta({
      description:
        "Languages whose usual headings, field names and phrases are known: `en` is English, `de` German. The lines that comments ask people to paste are English, so keep `en`. Empty: only those given here.",
      samples: [["en", "de"]],
    }),
  headings: headingsSchema.prefault({}).meta({
    description:
      "More headings and field names for each statement. The whole title must match; case, punctuation, emoji and numbering do not matter.",
  }),
  phrases: phrasesSchema.prefault({}).meta({
    description:
      "Phrases of any language for each statement: a sentence that holds one counts as stating it, unless it is the template's. Whole words, as they are written here; case does not matter.",
    samples: [{ problem: ["funziona male", "non si riesce a"], evidence: ["segnalato da"] }],
  }),
});

export type Vocabulary = z.output<typeof vocabularySchema>;

function inUse(vocabulary: Vocabulary): readonly Language[] {
  const names: readonly string[] = vocabulary.languages;
  return languages.filter(({ name }) => names.includes(name));
}

/** By which words the sentences of each language in use give themselves away. */
export function languagesOf(vocabulary: Vocabulary): readonly CuePatterns[] {
  return inUse(vocabulary).map(({ cues }) => cues);
}

const claims: readonly { readonly name: string; readonly patterns: ClaimPatterns }[] = languages.map((language) => ({
  name: language.name,
  patterns: claimPatterns(language.claims),
}));

/** How a hypothesis is told in each language in use, and in English: our own texts ask for it in these words. */
export function claimsOf(vocabulary: Vocabulary): readonly ClaimPatterns[] {
  const names = new Set<string>(["en", ...vocabulary.languages]);
  return claims.filter(({ name }) => names.has(name)).map(({ patterns }) => patterns);
}

/** Which statement a title stands over; null for any other title. */
export type TitleLookup = (title: string) => StatementName | null;

export function titleLookup(vocabulary: Vocabulary): TitleLookup {
  const { opt_out: optOut, ...others } = vocabulary.headings;
  const given = namesOf({ ...others, optOut });
  const usual = usualNames.filter(({ language }) => vocabulary.languages.includes(language));
  const names = new Map([...usual.flatMap((one) => [...one.names]), ...given]);
  const answers = new Map<string, StatementName | null>();
  return (title) => {
    const known = answers.get(title);
    if (known !== undefined) return known;
    const answer = lookUp(title, names);
    answers.set(title, answer);
    return answer;
  };
}

/** "Hypothesis / bet" and "Problem & context" name two things; the first that is known counts. */
function lookUp(title: string, known: ReadonlyMap<string, StatementName>): StatementName | null {
  const names = [title, ...title.slice(0, 200).split(/[/&|]/u)].map(plainTitle);
  const name = names.find((candidate) => known.has(candidate));
  return known.get(name ?? "") ?? null;
}

/** Which statement each title stands over. */
function namesOf(words: TitleWords): ReadonlyMap<string, StatementName> {
  const of = (name: StatementName): readonly (readonly [string, StatementName])[] =>
    words[name].map((title) => [plainTitle(title), name]);
  return new Map([
    ...of("who"),
    ...of("problem"),
    ...of("evidence"),
    ...of("hypothesis"),
    ...of("metric"),
    ...of("window"),
    ...of("alternatives"),
    ...of("exploration"),
    ...of("optOut"),
  ]);
}

/** Of every language, made once: there are hundreds of titles, and texts are read all day. */
const usualNames = languages.map(({ name, titles: words }) => ({ language: name, names: namesOf(words) }));
