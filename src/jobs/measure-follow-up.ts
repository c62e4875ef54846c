import type { FollowUpFacts, Round } from "../core/follow-up/follow-up.ts";
import type { Measured, MetricAnswer } from "../core/follow-up/measured.ts";
import { keptInside, mayBeShown } from "../core/follow-up/measured.ts";
import { metricOf } from "../core/follow-up/metric-of.ts";
import { readSummary } from "../core/follow-up/summary.ts";
import type { MetricReading, RoundSummary } from "../core/follow-up/summary.ts";
import type { FoundMetric, MetricReader } from "../sources/metrics/metric-reader.ts";

interface Around {
  readonly installation: number;
  /** None where the operator defined no metrics. */
  readonly metrics: MetricReader | undefined;
  /** As the last look noted it: what was read stays, or the words that people have read would change at each look. */
  readonly summary: unknown;
}

/**
 * What the metrics of a follow-up's rounds are told to be: at the merge as it stands in the record, and since it is asked
 * about as it was read then, once, and once more when it is answered. Only the latest round asks for anything.
 */
export async function measureFollowUp(
  facts: FollowUpFacts,
  rounds: readonly Round[],
  { installation, metrics, summary }: Around,
): Promise<readonly Measured[]> {
  const known = readSummary(summary)?.rounds ?? [];
  const measured = await Promise.all(
    rounds.map(async (round) => {
      const named = metricOf(round);
      if (named === null) return [];
      const last = known.find(({ served }) => served[0] === round.served[0]?.reference.number) ?? null;
      const recorded = named.moved.find(({ record }) => record.reading !== undefined)?.record.reading ?? null;
      const found = metrics?.find({ installation, repository: facts.repository, text: named.metric }) ?? null;
      const metric = round === rounds.at(-1) ? found : null;
      return measureRound({ round, facts, named, last, recorded, metric });
    }),
  );
  return measured.flat();
}

interface RoundToMeasure {
  readonly round: Round;
  readonly facts: FollowUpFacts;
  readonly named: NonNullable<ReturnType<typeof metricOf>>;
  readonly last: RoundSummary | null;
  readonly recorded: MetricAnswer | null;
  /** Null where nobody is to be asked. */
  readonly metric: FoundMetric | null;
}

async function measureRound(to: RoundToMeasure): Promise<readonly Measured[]> {
  const { round, named, last, recorded, metric } = to;
  const first = round.served[0]?.reference.number;
  const same = last !== null && last.metric === named.metric ? last : null;
  if (first === undefined) return [];
  const at = whenToRead(to);
  const [before, after] = await Promise.all([
    recorded ?? asAnswer(same?.before ?? null) ?? (at === null ? null : readBefore(to)),
    at === null ? asAnswer(same?.after ?? null) : readAfter(to, at, same?.after ?? null),
  ]);
  if (metric === null && before === null && after === null) return [];
  return [{ round: first, name: metric?.name ?? named.metric, metric: named.metric, before, after }];
}

/** As of when: what it is when it is asked about, and what it was when it was answered. Null before, and without a question. */
function whenToRead({ round: { state, askedAt }, facts: { now } }: RoundToMeasure): Date | null {
  switch (state.kind) {
    case "due":
      return state.askAt;
    case "asked":
    case "reminded":
      return askedAt ?? now;
    case "settled":
      return state.outcome === "reverted" ? null : (state.answer?.at ?? askedAt);
    case "waiting":
    case "pending":
    case "cancelled":
      return null;
  }
}

/** In milliseconds. What a service tells now, when that was longer ago, says nothing of then. */
const soon = 24 * 3600 * 1000;

async function readAfter(to: RoundToMeasure, at: Date, known: MetricReading | null): Promise<MetricAnswer | null> {
  const { round, metric, facts } = to;
  const { state } = round;
  const isAnswered = state.kind === "settled" && state.answer !== null;
  const isRead = known !== null && (!isAnswered || new Date(known.at) >= at);
  const isLate = facts.now.getTime() - at.getTime() > soon;
  const isOver = state.kind === "settled" && metric?.looksBack === false && isLate;
  if (isRead || isOver || metric === null) return asAnswer(known);
  const answer = await metric.read(at);
  // What was read for the question is nearer to the answer than nothing.
  if (answer.kind === "unreadable" && known !== null) return asAnswer(known);
  return confined(answer, to);
}

/** Where nothing was read at the merge, or could not stand there. */
async function readBefore(to: RoundToMeasure): Promise<MetricAnswer | null> {
  const [first] = to.named.moved;
  if (to.metric?.looksBack !== true || first === undefined) return null;
  const answer = await to.metric.read(first.mergedAt);
  return answer.kind === "reading" ? confined(answer, to) : null;
}

/** For everybody only where the record shows that it may be: who wrote the hypothesis was looked at then. */
function confined(answer: MetricAnswer, { facts, recorded }: RoundToMeasure): MetricAnswer {
  const mayStand = facts.repository.visibility === "public" && recorded !== null && mayBeShown(recorded);
  return mayStand ? answer : keptInside(answer);
}

function asAnswer(reading: MetricReading | null): MetricAnswer | null {
  return reading === null ? null : { kind: "reading", reading };
}
