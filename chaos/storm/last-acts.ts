import type { Random } from "../random.ts";
import { configure, editProblem, possiblePolicies } from "./acts.ts";
import { leaning, problemTexts } from "./bodies.ts";
import { openIn, openTwin } from "./open-change.ts";
import { believed, comment, mia } from "./speak.ts";
import type { Shop, Stage } from "./stage.ts";

const PAIR = 2;

/** In every shop two pull requests from one commit. What is believed, both leave to their problems. They come last. */
export function openPairs(stage: Stage, random: Random): void {
  for (const shop of stage.shops) {
    const one = openIn(stage, { shop, author: "may write", body: random.pick(leaning) }, random);
    openTwin(stage, { of: one, body: random.pick(leaning) }, random);
  }
}

/** In half of the shops the problems of these pairs change their mind; in the others the configuration changes. */
export function actAround(stage: Stage, random: Random): void {
  for (const [index, shop] of stage.shops.entries()) {
    const others = possiblePolicies(shop).filter((policy) => policy !== shop.policy);
    if (index % 2 === 0) turnProblems(stage, shop, random);
    else configure(stage, shop, random.pick(others));
  }
}

function turnProblems(stage: Stage, { changes }: Shop, random: Random): void {
  for (const problem of new Set(changes.slice(-PAIR).map((change) => change.problem))) {
    const contrary = problemTexts.filter(({ believes }) => believes !== problem.text.believes);
    if (problem.text.believes === "yes" || random.chance(0.5)) editProblem(stage, problem, random.pick(contrary));
    else comment(stage, problem, { by: mia, saying: random.pick(believed), problem, first: "to be read" });
  }
}
