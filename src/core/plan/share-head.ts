import { renderCrowdedHead, renderSharedHead } from "../report/shared-head.ts";
import type { Answer } from "../report/shared-head.ts";
import type { Desired, DesiredCheckRun } from "./desired.ts";

/** How a pull request should look, by its own verdict alone. */
export interface OneOfHead {
  readonly number: number;
  readonly desired: Desired;
}

/** The other open pull requests with the same head. */
export type Siblings =
  | { readonly kind: "judged"; readonly siblings: readonly OneOfHead[] }
  /** More than are read. */
  | { readonly kind: "too-many"; readonly numbers: readonly number[]; readonly policy: "advises" | "requires" };

/**
 * A check run belongs to a commit and not to a pull request: it shows the strictest answer of all open pull requests
 * with that head, whoever writes it. `recorded`: whose records stand in it already.
 */
export function shareHead(own: OneOfHead, siblings: Siblings, recorded: readonly number[]): Desired {
  const { desired, number } = own;
  const { checkRun } = desired;
  if (checkRun.kind === "as-it-is") return desired;
  const merged = checkRun.kind === "record" ? [...new Set([...recorded, number])] : recorded;
  const shared = contentOf(own, siblings, merged);
  if (shared === null) return desired;
  return {
    ...desired,
    checkRun: { ...checkRun, content: { ...shared, text: checkRun.content.text } },
    retryAt: earliest([own, ...(siblings.kind === "judged" ? siblings.siblings : [])]),
  };
}

/** Null where no open pull request has an answer: then the last word is the merged one's own. */
function contentOf(own: OneOfHead, siblings: Siblings, merged: readonly number[]) {
  if (siblings.kind === "too-many") {
    const open = own.desired.checkRun.kind === "set" ? [own.number] : [];
    return renderCrowdedHead([...open, ...siblings.numbers], siblings.policy);
  }
  const [first, ...others] = [own, ...siblings.siblings].flatMap(toAnswer);
  return first === undefined ? null : renderSharedHead({ answers: [first, ...others], merged });
}

function toAnswer({ number, desired: { checkRun } }: OneOfHead): readonly Answer[] {
  return isOpen(checkRun) ? [{ number, content: checkRun.content }] : [];
}

function isOpen(checkRun: DesiredCheckRun): checkRun is DesiredCheckRun & { kind: "set" } {
  return checkRun.kind === "set";
}

function earliest(all: readonly OneOfHead[]): Date | null {
  const times = all.flatMap(({ desired: { retryAt } }) => retryAt ?? []);
  return times.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
}
