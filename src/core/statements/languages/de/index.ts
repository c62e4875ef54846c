import { cuePatterns } from "../../prose/cue-patterns.ts";
import type { Language } from "../language.ts";
import { germanClaims } from "./claims.ts";
import { germanCues } from "./cues.ts";
import { germanDurations } from "./durations.ts";
import { germanEmpty } from "./empty.ts";
import { germanMetrics } from "./metrics.ts";
import { germanTitles } from "./titles.ts";

export const german = {
  name: "de",
  titles: germanTitles,
  cues: cuePatterns(germanCues),
  claims: germanClaims,
  metrics: germanMetrics,
  durations: germanDurations,
  empty: germanEmpty,
} as const satisfies Language;
