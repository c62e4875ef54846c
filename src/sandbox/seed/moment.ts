import type { SimulatedGitHub } from "../github/simulated-github.ts";

export type People = SimulatedGitHub["people"];

/** Something that happened in the seed's past. */
export interface Moment {
  /** Before the sandbox was started; a fraction is a time of day. */
  readonly daysAgo: number;
  readonly happens: (people: People) => void;
}
