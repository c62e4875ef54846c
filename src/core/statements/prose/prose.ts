import type { Body } from "../../markdown/parse-body.ts";
import type { TemplateWords } from "../template-words.ts";
import { type CuePatterns, titleRoles } from "./cue-patterns.ts";
import { type Passage, readPassages } from "./passages.ts";
import type { Role, TitleRoles } from "./roles.ts";
import { findSentences, type Sentence } from "./sentences.ts";
import { readTitle } from "./title.ts";

/** A text whose statements are read. */
export interface Subject {
  readonly kind: "pull_request" | "issue";
  readonly title: string;
  readonly body: Body;
}

/** What a subject says in sentences, and the words by which they are understood. */
export interface Prose {
  readonly kind: Subject["kind"];
  /** What the title says before a colon; null where it has none. */
  readonly titleName: string | null;
  /** The title as a sentence, without tags and prefixes. */
  readonly title: Sentence;
  /** The title says that the project's own work is meant: tests, builds, tidiness. */
  readonly internal: boolean;
  readonly sentences: readonly Sentence[];
  /** What is shown and said, block by block. */
  readonly passages: readonly Passage[];
  /** Of each language in use. */
  readonly cues: readonly CuePatterns[];
}

/** Each title is looked at by the sentences and by the passages, and many come again. */
function remember(titles: TitleRoles): TitleRoles {
  const known = new Map<string, Role | null>();
  return (plain) => {
    const answer = known.get(plain);
    if (answer !== undefined) return answer;
    const role = titles(plain);
    known.set(plain, role);
    return role;
  };
}

export function readProse(
  { kind, title, body }: Subject,
  cues: readonly CuePatterns[],
  template: TemplateWords,
): Prose {
  const { name, sentence, work } = readTitle(title);
  const titles = remember(titleRoles(cues));
  return {
    kind,
    titleName: name,
    title: sentence,
    internal: work || cues.some(({ internal }) => internal.test(sentence.prose)),
    sentences: findSentences(body, titles, template),
    passages: readPassages(body, titles, template),
    cues,
  };
}
