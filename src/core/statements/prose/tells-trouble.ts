import type { Prose } from "./prose.ts";
import { isTroubled } from "./says.ts";

/** Each picture, link and list asks again, and a hostile text has thousands of them. */
const [told, inTitle] = [new WeakMap<Prose, boolean>(), new WeakMap<Prose, boolean>()];

/** Whether a text tells of any trouble where it says how things are today. */
export function tellsTrouble(prose: Prose): boolean {
  const { cues, title, sentences } = prose;
  return remember(told, prose, () =>
    [title, ...sentences].some(({ role, prose: words }) => {
      return (role === "open" || role === "why") && isTroubled(cues, words);
    }),
  );
}

export function isTitleTroubled(prose: Prose): boolean {
  return remember(inTitle, prose, () => isTroubled(prose.cues, prose.title.prose));
}

function remember(answers: WeakMap<Prose, boolean>, prose: Prose, ask: () => boolean): boolean {
  const known = answers.get(prose);
  if (known !== undefined) return known;
  const answer = ask();
  answers.set(prose, answer);
  return answer;
}
