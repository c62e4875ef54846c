import type { Label } from "../follow-up/labels.ts";
import type { CheckRunContent } from "../report/check-run.ts";

/** How a thread should look on GitHub, by what is true now. */
export interface Desired {
  readonly checkRun: DesiredCheckRun;
  /** What the text of a check that is recorded says from now on; left out: what it says. */
  readonly recordText?: string;
  readonly comment: DesiredComment;
  /** Present, unless a person took them off. */
  readonly labels: readonly Label[];
  /** When to look again, though nothing may have happened by then: GitHub did not answer for a part. */
  readonly retryAt: Date | null;
}

export type DesiredCheckRun =
  | { readonly kind: "as-it-is" }
  | { readonly kind: "set"; readonly headSha: string; readonly content: CheckRunContent }
  /** Of what is merged and not followed up: written only in the place of one that promises to go on. */
  | { readonly kind: "instead-of-promise"; readonly headSha: string; readonly content: CheckRunContent }
  /** The final one: once it records what was believed at the merge, or why nothing was asked, it is not written again. */
  | { readonly kind: "record"; readonly headSha: string; readonly content: CheckRunContent };

export type DesiredComment =
  | { readonly kind: "as-it-is" }
  /** Hidden where there is one. */
  | { readonly kind: "settled" }
  /** Shown from then on; one that is already shown is edited at once. */
  | { readonly kind: "shown"; readonly body: string; readonly from: Date };

export const untouched: Desired = {
  checkRun: { kind: "as-it-is" },
  comment: { kind: "as-it-is" },
  labels: [],
  retryAt: null,
};

/** Nothing is asked here: a comment that once asked is hidden. */
export const settled: Desired = { ...untouched, comment: { kind: "settled" } };
