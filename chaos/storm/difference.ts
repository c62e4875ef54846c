/** Between what should be seen and what is. */
export interface Difference {
  readonly expected: string;
  readonly found: string;
}
