import type { FollowUpFacts, Round } from "../follow-up/follow-up.ts";
import { keptOf } from "../follow-up/kept-of.ts";
import type { Measured, MetricAnswer } from "../follow-up/measured.ts";
import { mayBeShown } from "../follow-up/measured.ts";
import { measuredFor } from "../follow-up/metric-of.ts";
import type { OutcomeRecord } from "../follow-up/record.ts";
import { join, md } from "../markdown/markdown.ts";
import type { Markdown } from "../markdown/markdown.ts";
import { formatDay } from "./dates.ts";
import { describeValue } from "./reading-words.ts";
import type { QuestionSettings } from "./question-settings.ts";

const mostMetrics = 5;

/** How it would be known, with the numbers that were written and those that were read: none where no metric was named. */
export function describeMetrics(
  facts: FollowUpFacts,
  round: Pick<Round, "served">,
  { follow_up: { time_zone: zone } }: QuestionSettings,
): readonly string[] {
  const records = keptOf(round.served).map(({ record }) => record);
  const named = records.filter(({ metric }, at) => metric !== null && firstWith(records, metric) === at);
  if (named.length === 0) return [];
  const lines = named
    .slice(0, mostMetrics)
    .map((record) => describeMetric(record, shownOf(facts, round, record), zone));
  return ["How it would be known:", join(lines, "\n").markdown];
}

function firstWith(records: readonly OutcomeRecord[], metric: string): number {
  return records.findIndex((record) => record.metric === metric);
}

/** What may not stand in its words: told from before, when not everybody saw the repository. */
export function listHidden(facts: FollowUpFacts, round: Pick<Round, "served">): readonly string[] {
  const found = round.served.flatMap(({ record }) => Object.values(foundFor(facts, round, record)));
  const hidden = found.flatMap((answer) => (answer === null || isForAll(facts, answer) ? [] : [answer]));
  return hidden.map(
    (answer) => (answer.kind === "reading" ? md`${describeValue(answer.reading)}` : md`${answer.why}`).markdown,
  );
}

type Shown = Pick<Measured, "before" | "after">;

/** Where everybody may see the repository, only what everybody may see. */
function shownOf(facts: FollowUpFacts, round: Pick<Round, "served">, record: OutcomeRecord): Shown {
  const { before, after } = foundFor(facts, round, record);
  const ifMay = (answer: MetricAnswer | null) => (answer !== null && isForAll(facts, answer) ? answer : null);
  return { before: ifMay(before), after: ifMay(after) };
}

function foundFor(
  { measured }: FollowUpFacts,
  round: Pick<Round, "served">,
  { metric, reading }: OutcomeRecord,
): Shown {
  const found = measuredFor(round, metric, measured);
  return { before: found?.before ?? reading ?? null, after: found?.after ?? null };
}

function isForAll({ repository }: FollowUpFacts, answer: MetricAnswer): boolean {
  return repository.visibility !== "public" || mayBeShown(answer);
}

function describeMetric({ metric, baseline, target }: OutcomeRecord, { before, after }: Shown, zone: string): Markdown {
  const from =
    before?.kind === "reading" ? md`${describeValue(before.reading)}` : baseline === null ? null : md`${baseline}`;
  const to = after === null ? null : describeNow(after, zone);
  const told = [...(from === null ? [] : [to === null ? md`${from} before` : from]), ...(to === null ? [] : [to])];
  const change = told.length === 0 ? md`` : md`: ${join(told, " → ")}`;
  return md`- ${metric ?? ""}${change}${target === null ? md`` : md` (target: ${target})`}`;
}

function describeNow(after: MetricAnswer, zone: string): Markdown {
  if (after.kind === "unreadable") return md`could not be read now: ${after.why}`;
  const { at, window } = after.reading;
  const span = window === null ? md`` : md`, over ${window}`;
  return md`${describeValue(after.reading)} on ${{ markdown: formatDay(new Date(at), zone) }}${span}`;
}
