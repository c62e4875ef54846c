import type { Label, RenamedLabel } from "../follow-up/labels.ts";
import type { CheckRunContent } from "../report/check-run.ts";

/** What a run shows before it has a conclusion. */
export type Started = Pick<CheckRunContent, "title" | "summary">;

/** One difference between what GitHub shows and what it should show. The thread and repository are the plan's. */
export type Write =
  | { readonly kind: "create-check-run"; readonly headSha: string; readonly content: CheckRunContent }
  /** In progress, for a merge group that waits for an answer. */
  | { readonly kind: "start-check-run"; readonly headSha: string; readonly startedAt: Date; readonly content: Started }
  | { readonly kind: "update-check-run"; readonly id: number; readonly content: CheckRunContent }
  | { readonly kind: "create-comment"; readonly body: string }
  | { readonly kind: "update-comment"; readonly id: number; readonly body: string }
  | { readonly kind: "delete-comment"; readonly id: number }
  | { readonly kind: "minimise-comment"; readonly id: number; readonly nodeId: string }
  | { readonly kind: "restore-comment"; readonly id: number; readonly nodeId: string }
  /** Set a second time it changes nothing. */
  | { readonly kind: "add-reaction"; readonly commentId: number; readonly content: "+1" | "confused" }
  | { readonly kind: "create-label"; readonly label: Label }
  /** On all threads at once. */
  | ({ readonly kind: "rename-label" } & RenamedLabel)
  | { readonly kind: "add-label"; readonly name: string }
  | { readonly kind: "remove-label"; readonly name: string };
