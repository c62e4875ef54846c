import type { Line } from "../../markdown/line.ts";
import { isPlaceholder } from "../hollow.ts";
import { type Found, foundIn } from "./found.ts";
import type { Passage } from "./passages.ts";
import type { Prose } from "./prose.ts";
import { says } from "./says.ts";
import { tellsTrouble } from "./tells-trouble.ts";

/** Fewer steps lead nowhere. */
const fewestSteps = 2;

/** The first of the steps by which anybody can make it happen: a list that says where to go and what to press. */
export function findSteps(passages: readonly Passage[], prose: Prose): Found | null {
  // Without any trouble, they are what somebody has to do.
  if (!tellsTrouble(prose)) return null;
  for (const list of listsIn(passages)) {
    const [first] = list;
    const steps = list.filter(({ prose: words }) => says(prose.cues, "operate", words));
    if (first !== undefined && steps.length >= fewestSteps && steps.length * 2 >= list.length) return foundIn(first);
  }
  return null;
}

/** The first lines of items that follow on each other. */
function listsIn(passages: readonly Passage[]): readonly (readonly Line[])[] {
  const lists: Line[][] = [];
  let open = false;
  for (const { kind, lines } of passages) {
    const [first] = lines;
    if (kind === "item" && first !== undefined && !isPlaceholder(first.text)) {
      if (!open) lists.push([]);
      lists.at(-1)?.push(first);
    }
    // Code, pictures and quotes belong to the step above them.
    open = kind === "item" || (open && kind !== "words");
  }
  return lists;
}
