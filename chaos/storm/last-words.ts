import type { Random } from "../random.ts";
import { effective } from "./sayings.ts";
import { comment, deleteRemark, editRemark, helper, rob, standingRemarks, writer } from "./speak.ts";
import type { Change, Shop, Stage } from "./stage.ts";

const PAIR = 2;

/** What changes the answer for a pull request that links to its problem and leaves to it what is believed. */
const changing = effective.filter(({ says }) => says === "an opt-out" || says === "a belief" || says === "no link");

const optOuts = effective.filter(({ says }) => says === "an opt-out");

/** Of the newest two of every shop the same is said by a command, and then an opt-out by those who may not. */
export function speakOut(stage: Stage, random: Random): void {
  for (const shop of stage.shops) {
    const saying = random.pick(changing);
    for (const change of newest(shop)) {
      comment(stage, change, { by: writer, saying, problem: change.problem, first: "to be read" });
      for (const by of [rob, helper]) {
        comment(stage, change, { by, saying: random.pick(optOuts), problem: change.problem, first: "to be read" });
      }
    }
  }
}

/** All that was said there is taken back: in half of the shops by an edit, in the others by deleting it. */
export function takeAllBack(stage: Stage): void {
  for (const [index, shop] of stage.shops.entries()) {
    for (const remark of newest(shop).flatMap(standingRemarks)) {
      if (index % 2 === 0) editRemark(stage, remark, { by: writer.login, saying: remark.saying });
      else deleteRemark(stage, remark, writer.login);
    }
  }
}

function newest({ changes }: Shop): readonly Change[] {
  return changes.slice(-PAIR);
}
