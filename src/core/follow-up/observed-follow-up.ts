import type { Reference } from "../facts/reference.ts";

/** What stands on GitHub of the follow-ups of one home: on the home itself, and on each merged pull request that served it. */
export interface ObservedFollowUp {
  readonly threads: readonly ObservedThread[];
  /** Ours on the home, oldest first. All of them: a twin is found among them alone. */
  readonly comments: readonly ObservedWord[];
  /** When people deleted comments of ours there. */
  readonly deletions: readonly Date[];
  /** Of the labels that are ours to manage, those that the repository already has. */
  readonly labelsInRepository: readonly string[];
}

export interface ObservedThread {
  readonly reference: Reference;
  readonly labels: readonly string[];
  /** Oldest first. */
  readonly labelEvents: readonly ObservedLabelEvent[];
}

export interface ObservedLabelEvent {
  readonly kind: "labelled" | "unlabelled";
  readonly name: string;
  readonly at: Date;
  /** Whether this app did it. */
  readonly ours: boolean;
}

/** A comment of ours about a follow-up. `quote`: an answer that was given elsewhere and before anybody was asked. */
export interface ObservedWord {
  readonly kind: "question" | "reminder" | "quote";
  readonly id: number;
  readonly nodeId: string;
  readonly body: string;
  readonly createdAt: Date;
  readonly minimised: boolean;
  /** GitHub's reason in lower case; null while shown. We hide as "resolved". */
  readonly minimisedReason: string | null;
}
