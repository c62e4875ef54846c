/** By which labels and types problems are told. */
export interface ProblemKinds {
  readonly labels: readonly string[];
  readonly types: readonly string[];
}

export interface ListedProblem {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly type: string | null;
}
