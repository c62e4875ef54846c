import { seeded } from "../random.ts";
import { actAround, openPairs } from "./last-acts.ts";
import { speakOut, takeAllBack } from "./last-words.ts";
import type { Storm } from "./storm.ts";
import { waitUntilRight } from "./wait-until-right.ts";

/** In milliseconds: nothing breaks any more, but the machine may be busy. */
const SOON_MS = 90_000;

/**
 * When all is calm, people open pull requests, then do what names none of them and yet changes what they show, and at last
 * comment on them and take it back. In a storm that would be found all the same, by looks for other reasons: deliveries
 * that come again, tries that are made again. How long it took, in milliseconds; null if it was not right in time.
 */
export async function carryOn(storm: Storm): Promise<number | null> {
  const { plan, stage, office } = storm;
  const random = seeded(plan.seed, "afterwards");
  let took = 0;
  office.clearUp();
  for (const happens of [openPairs, actAround, speakOut, takeAllBack]) {
    happens(stage, random);
    const ms = await waitUntilRight(storm, SOON_MS);
    if (ms === null) return null;
    took += ms;
  }
  return took;
}
