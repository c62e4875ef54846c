/** At most this much in any such span of time. */
export interface Limit {
  readonly amount: number;
  readonly withinMs: number;
}

export interface Wanted {
  readonly installation: number;
  readonly kind: string;
  readonly limits: readonly Limit[];
  /** What is taken if there is room for it; never less. */
  readonly least: number;
  readonly most: number;
  /** Where there is no room, the answer's time is when there is this much: enough not to be sent away again at once. */
  readonly enough: number;
  /** How much others wait for already: that time is after theirs. */
  readonly promised: number;
  readonly now: Date;
}

export type Taken =
  | { readonly kind: "taken"; readonly amount: number }
  /** Nothing was taken. `until` is when there will be room, if nobody else takes it. */
  | { readonly kind: "full"; readonly until: Date };

/** What all processes have taken of what GitHub allows: kept in the store, so that they share it, and across restarts. */
export interface Allowances {
  take(wanted: Wanted): Promise<Taken>;
  /** Notes that GitHub told the installation to wait. */
  close(installation: number, until: Date): Promise<void>;
  /** Until when another process was told to wait; null where none was. */
  closedUntil(installation: number): Promise<Date | null>;
}
