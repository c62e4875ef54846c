import { buildsOnLearning } from "./builds-on-learning.ts";
import { fitsTheme } from "./fits-theme.ts";
import { givesEvidence } from "./gives-evidence.ts";
import { linksProblem } from "./links-problem.ts";
import { namesMetric } from "./names-metric.ts";
import type { Rule } from "./rule.ts";
import { setsWindow } from "./sets-window.ts";
import { statesHypothesis } from "./states-hypothesis.ts";
import { statesProblem } from "./states-problem.ts";
import { weighsAlternatives } from "./weighs-alternatives.ts";

/** Every rule, in the order in which they are shown and in which a missing part is asked for. */
export const rules = [
  linksProblem,
  statesProblem,
  givesEvidence,
  statesHypothesis,
  namesMetric,
  setsWindow,
  fitsTheme,
  weighsAlternatives,
  buildsOnLearning,
] as const satisfies readonly Rule[];

export type RuleId = (typeof rules)[number]["id"];
