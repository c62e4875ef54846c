import type { CuePatterns } from "../prose/cue-patterns.ts";
import type { TitleWords } from "./title-words.ts";
import type { ClaimWords } from "./claim-words.ts";
import type { Durations } from "./durations.ts";
import type { EmptyWords } from "./empty-words.ts";
import type { MetricWords } from "./metric-words.ts";

/** Everything by which statements of one language are understood. */
export interface Language {
  /** As it is named in the configuration: ISO 639-1. */
  readonly name: string;
  /** Headings and field names. */
  readonly titles: TitleWords;
  /** By which words sentences give away what they say. */
  readonly cues: CuePatterns;
  /** How a hypothesis is told in one sentence. */
  readonly claims: ClaimWords;
  readonly metrics: MetricWords;
  readonly durations: Durations;
  /** Answers that say nothing. */
  readonly empty: EmptyWords;
}
