import type { Remark } from "./remark.ts";
import { isSeen, stands } from "./remark.ts";
import { isAuthor, mayAsk, strengthOf } from "./rights.ts";
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
  const isSaid = heard.some(({ saying }) => saying.says === "a belief");
  return {
    links: [...said, ...written],
    believes: isSaid ? "yes" : body.believes,
    optsOut: skip?.saying.says === "an opt-out" ? "by a command" : textOf(body.optsOut),
  };
}

/** A problem's text believes, or what was said below it: by a command, or by its author in whatever words. */
export function isBelieved({ text, remarks }: Problem): boolean {
  const said = remarks.some((one) => stands(one) && one.saying.says === "a belief" && mayAsk(one, "requires"));
  return (
    text.believes === "yes" || said || remarks.some((one) => isSeen(one) && isAuthor(one) && one.now.answers === "yes")
  );
}

function textOf(optsOut: "yes" | "no"): Standing["optsOut"] {
  return optsOut === "yes" ? "by the text" : "no";
}
