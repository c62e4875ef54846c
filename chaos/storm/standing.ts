import type { Remark } from "./remark.ts";
import { stands } from "./remark.ts";
import { mayAsk, strengthOf } from "./rights.ts";
import type { Change, Problem } from "./stage.ts";

/** What is true of a pull request by its description and by what was said of it, in the order in which it counts. */
export interface Standing {
  readonly links: readonly Problem[];
  readonly believes: "yes" | "no";
  readonly optsOut: "by a command" | "by the text" | "no";
}

export function standingOf(change: Change): Standing {
  const { body, problem, shop } = change;
  const heard = change.remarks.filter((one) => stands(one) && mayAsk(one, strengthOf(shop.policy)));
  const named = new Map<Problem, Remark["saying"]["says"]>();
  for (const one of heard.filter(({ saying: { says } }) => says === "a link" || says === "no link")) {
    // The later one stands last.
    named.delete(one.problem);
    named.set(one.problem, one.saying.says);
  }
  const said = [...named].filter(([, says]) => says === "a link").map(([one]) => one);
  const written = body.links === "the problem" && !named.has(problem) ? [problem] : [];
  const skip = heard.findLast(({ saying: { says } }) => says === "an opt-out" || says === "no opt-out");
  const isBelieved = heard.some(({ saying }) => saying.says === "a belief");
  return {
    links: [...said, ...written],
    believes: isBelieved ? "yes" : body.believes,
    optsOut: skip?.saying.says === "an opt-out" ? "by a command" : textOf(body.optsOut),
  };
}

function textOf(optsOut: "yes" | "no"): Standing["optsOut"] {
  return optsOut === "yes" ? "by the text" : "no";
}
