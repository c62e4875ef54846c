/** What we wrote before, as it stands on GitHub now. Rules never see it; only the plan does. */
export interface Observed {
  readonly checkRun: ObservedCheckRun | null;
  readonly comment: ObservedComment;
  readonly labels: ObservedLabels;
}

export interface ObservedCheckRun {
  readonly id: number;
  readonly completed: boolean;
  /** GitHub's word in lower case; null while not completed. */
  readonly conclusion: string | null;
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  /** None where left out. */
  readonly annotations?: readonly ObservedAnnotation[];
}

export interface ObservedAnnotation extends Pick<Annotation, "path" | "line" | "message"> {
  /** GitHub's word in lower case; null where it does not tell. */
  readonly level: string | null;
}

/** What a check says of one line of a file. */
export interface Annotation {
  readonly path: string;
  readonly line: number;
  readonly level: "warning" | "failure";
  readonly message: string;
}

/** Our run on a merge group: the only one that is shown before it is completed. */
export interface ObservedGroupRun extends ObservedCheckRun {
  /** Since when it is in progress; null when it is not. */
  readonly runningSince: Date | null;
}

export type ObservedComment =
  | { readonly kind: "none" }
  | {
      readonly kind: "present";
      readonly id: number;
      readonly nodeId: string;
      readonly body: string;
      readonly hidden: "no" | "by-us" | "by-a-person";
      /** Later comments of ours with the same marker, left by a create that failed after it was applied. */
      readonly twins: readonly number[];
    }
  /** A person deleted it: it is not written again. */
  | { readonly kind: "deleted-by-a-person" };

export interface ObservedLabels {
  readonly onThread: readonly string[];
  /** Labels that a person took off this thread, after we or anybody had put them on. */
  readonly removedByAPerson: readonly string[];
  /** Of the labels that are ours to manage, those that the repository already has. */
  readonly inRepository: readonly string[];
}
