/** How much a change changes, in lines and files, as GitHub counts them. */
export interface ChangeSize {
  readonly additions: number;
  readonly deletions: number;
  readonly changedFiles: number;
}

/**
 * Whether one change can be the undoing of the other: what one added, the other deletes. Only the counts are compared;
 * they tell apart work that merely names somebody's merge, not work that was tailored to its size.
 */
export function mirrors(one: ChangeSize, other: ChangeSize): boolean {
  return (
    one.additions === other.deletions && one.deletions === other.additions && one.changedFiles === other.changedFiles
  );
}
