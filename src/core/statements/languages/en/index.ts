import { cuePatterns } from "../../prose/cue-patterns.ts";
import { englishCues } from "./cues.ts";
import { englishTitles } from "./titles.ts";
import type { Language } from "../language.ts";
import { englishClaims } from "./claims.ts";
import { englishDurations } from "./durations.ts";
import { englishEmpty } from "./empty.ts";
import { englishMetrics } from "./metrics.ts";

export const english = {
  name: "en",
  titles: englishTitles,
  cues: cuePatterns(englishCues),
  claims: englishClaims,
  metrics: englishMetrics,
  durations: englishDurations,
  empty: englishEmpty,
} as const satisfies Language;
