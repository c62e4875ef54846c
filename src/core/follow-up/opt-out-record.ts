import { z } from "zod";
import type { Reference } from "../facts/reference.ts";
import { oneLine } from "../markdown/escape.ts";
import { readBlocks, renderBlock } from "./data-block.ts";

const block = "outcome-opt-out";

/** In characters. */
const longestReason = 1_500;

/**
 * Why no outcome was asked of merged work. As its record, and for the same reasons, it stands in the final check run. A
 * change of its meaning is a new version.
 */
const optOutSchema = z.strictObject({
  version: z.literal(1),
  /** `owner/name#number`. */
  pull_request: z.string(),
  reason: z.string(),
});

export type OptOutRecord = z.output<typeof optOutSchema>;

export function renderOptOut({ owner, name, number }: Reference, reason: string): string {
  const record: OptOutRecord = {
    version: 1,
    pull_request: `${owner}/${name}#${number}`,
    reason: oneLine(reason, longestReason),
  };
  return renderBlock(block, record);
}

/** Why the pull request opted out, by the text of a check run; null where that does not say so. */
export function findOptOut(shown: string, number: number): string | null {
  return readOptOuts(shown).find(({ pull_request: name }) => name.endsWith(`#${number}`))?.reason ?? null;
}

/** Of all that were merged from this head. */
export function readOptOuts(shown: string): readonly OptOutRecord[] {
  return readBlocks(shown, block).flatMap((one) => optOutSchema.safeParse(one).data ?? []);
}
