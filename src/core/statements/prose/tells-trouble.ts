import type { Prose } from "./prose.ts";
import { isTroubled } from "./says.ts";

/** Whether a text tells of any trouble where it says how things are today. */
export function tellsTrouble({ cues, title, sentences }: Prose): boolean {
  return [title, ...sentences].some(
    ({ role, prose }) => (role === "open" || role === "why") && isTroubled(cues, prose),
  );
}
