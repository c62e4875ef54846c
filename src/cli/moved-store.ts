import type { JobList } from "./given-up.ts";

/** What was moved, where to, and what is there now. */
export interface MovedStore {
  readonly from: string;
  readonly to: string;
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
  readonly counts: JobList["counts"];
}
