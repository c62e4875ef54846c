/** Lengths of time in one language, all forms in lower case. */
export interface Durations {
  readonly numbers: Readonly<Record<string, number>>;
  /** In days. */
  readonly units: Readonly<Record<string, number>>;
}

/** Five working days are a week. */
export const workingDay = 7 / 5;
