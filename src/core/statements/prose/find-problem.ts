import type { ReadingOfProblem } from "../statements.ts";
import { quoting, stateFound } from "./found.ts";
import type { Prose } from "./prose.ts";
import { isTroubled, says } from "./says.ts";
import type { Sentence } from "./sentences.ts";
import { enough, isBare, type Setting, weighProblem } from "./weigh-problem.ts";

/**
 * The sentence that best says what goes wrong, or is missing, for somebody who uses the software. Where only the
 * project's own work is troubled, or an issue only says what to build, that is the answer.
 */
export function findProblem(prose: Prose): ReadingOfProblem {
  // The title of a pull request says what was done; that of an issue often is the problem.
  const sentences = prose.kind === "issue" ? [prose.title, ...prose.sentences] : prose.sentences;
  const weigh = weigher(prose);
  const troubles = sentences.filter((sentence) => weigh(sentence, "anybody") >= enough);
  const users = heaviest(troubles, (sentence) => weigh(sentence, "users"));
  if (users !== null) return stateFound(users);
  const [own] = troubles;
  if (own !== undefined) return { grade: "internal", ...quoting(own) };
  const asked = prose.kind === "issue" ? sentences.find((sentence) => asksFor(sentence, prose)) : undefined;
  return asked === undefined ? { grade: "absent" } : { grade: "solution-only", ...quoting(asked) };
}

/** What a title says that calls it the problem: "Problem: the till is slow". */
export function statedInTitle({ title }: Prose): ReadingOfProblem {
  return stateFound(title);
}

/** Whether words that stand where the problem is asked for tell of the project's own work instead. */
export function isInternal(text: string, { cues, internal }: Prose): boolean {
  return cues.some((language) => language.internal.test(text) && !language.users.test(text)) && internal;
}

/** Whether all that stands where an issue's problem is asked for is one sentence that says what to build: "Add dark mode". */
export function isOnlyRequest(text: string, { kind, cues }: Prose): boolean {
  const single = !/[\n.!?;:]\s*\S/u.test(text.trim());
  return kind === "issue" && single && !isTroubled(cues, text) && says(cues, "request", text);
}

type Weigh = (sentence: Sentence, whose: Setting["whose"]) => number;

/** What the title asks for is the same for every sentence below it. */
function weigher({ cues, kind, internal, title }: Prose): Weigh {
  const languages = cues.map((language) => {
    return { language, requested: language.request.test(title.prose) || language.ownChange.test(title.prose) };
  });
  return (sentence, whose) => {
    const weights = languages.map(({ language, requested }) =>
      weighProblem(sentence, language, { kind, internal, requested, whose }),
    );
    return Math.max(0, ...weights);
  };
}

/** The first of those that weigh most, if that is enough. */
function heaviest(sentences: readonly Sentence[], weightOf: (sentence: Sentence) => number): Sentence | null {
  const weighed = sentences.map((sentence) => ({ sentence, weight: weightOf(sentence) }));
  const most = Math.max(...weighed.map(({ weight }) => weight));
  return most < enough ? null : (weighed.find(({ weight }) => weight === most)?.sentence ?? null);
}

function asksFor({ prose }: Sentence, { cues }: Prose): boolean {
  return cues.some((language) => language.request.test(prose) && !isBare(prose, language));
}
