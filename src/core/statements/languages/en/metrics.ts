import type { MetricWords } from "../metric-words.ts";

const verb =
  "moves?|go(?:es)?|changes?|rises?|grows?|increases?|improves?|falls?|drops?|decreases?|declines?|shrinks?|gets?|is|are|stays?|remains?|reach(?:es)?";

export const englishMetrics: MetricWords = {
  lead: "(?:within|in|after|over) (?:the )?(?:next |first )?",
  from: " from ",
  to: " to ",
  towards: ` (?:${verb})(?: up| down)? (?=(?:to|by|below|under|above|over|at least|at most|less than|more than|fewer than) )(?:to )?`,
  moves: ` (?:has |have )?(?:${verb})(?: up| down| reduced| increased| raised| lowered)?`,
};
