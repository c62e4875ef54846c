import type { MetricReading, RoundSummary } from "../../follow-up/summary.ts";
import type { Markdown } from "../../markdown/markdown.ts";
import { join, md } from "../../markdown/markdown.ts";
import { describeValue } from "../reading-words.ts";
import { quote } from "./table.ts";

/** What was believed, or what was to be found out. */
function believedWords({ believed, exploring }: RoundSummary): Markdown {
  const questions = exploring.map((question) => md`Exploring: ${quote(question)}`);
  const [first, ...others] = [...believed.map(quote), ...questions];
  if (first === undefined) return md`No hypothesis: did it help?`;
  return others.length === 0 ? first : md`${first} and ${others.length} more`;
}

/** `Abandoned carts: 62 → 48 (target 40)`; null where no metric is named. Read by a provider where it could be, else as people wrote it. */
function metricWords(round: RoundSummary): Markdown | null {
  const { metric, target } = round;
  if (metric === null) return null;
  const from = shown(round.before) ?? round.baseline;
  const to = shown(round.after);
  const moved = [from, to].flatMap((one) => (one === null ? [] : [quote(one)]));
  const change = to === null && from !== null ? md`: from ${quote(from)}` : md`: ${join(moved, " → ")}`;
  return md`${quote(metric)}${moved.length === 0 ? md`` : change}${target === null ? md`` : md` (target ${quote(target)})`}`;
}

/** A reading that not everybody may see who sees the board is as good as none. */
function shown(reading: MetricReading | null): string | null {
  return reading !== null && reading.public ? describeValue(reading) : null;
}

/** What was believed, and by what it is known. */
export function claimWords(round: RoundSummary): Markdown {
  const metric = metricWords(round);
  return metric === null ? believedWords(round) : md`${believedWords(round)} · ${metric}`;
}
