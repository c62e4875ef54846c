import type { PullRequestFacts } from "../core/facts/facts.ts";
import { keptInside } from "../core/follow-up/measured.ts";
import type { MetricAnswer } from "../core/follow-up/measured.ts";
import { findRecord, measuredBy } from "../core/follow-up/record.ts";
import type { Measure } from "../core/follow-up/record.ts";
import type { Desired } from "../core/plan/desired.ts";
import { isWrittenByWriter } from "../sources/metrics/written-by-writer.ts";
import type { PullRequestReading } from "../sources/ports.ts";
import type { Connection, JobTools } from "./tools.ts";
import { Unanswered } from "./unreadable.ts";

interface Means {
  readonly job: { readonly installation: number };
  readonly tools: Pick<JobTools, "metrics">;
  readonly github: Pick<Connection, "reader">;
}

interface Merged {
  readonly facts: PullRequestFacts;
  readonly desired: Desired;
  readonly reading: Pick<PullRequestReading, "checkRun">;
}

/**
 * What the metric was at the merge, asked for once: when the record is about to be written, which it then stands in. In a
 * public repository only what may stand there before everybody is asked for at all.
 */
export async function readBaseline(
  { job, tools, github }: Means,
  { facts, desired, reading }: Merged,
): Promise<MetricAnswer | null> {
  const { reference, mergedAt } = facts.pullRequest;
  if (tools.metrics === undefined || desired.checkRun.kind !== "record" || mergedAt === null) return null;
  if (findRecord(desired.checkRun.content.text, reference.number) === null) return null;
  if (findRecord(reading.checkRun?.text ?? "", reference.number) !== null) return null;
  const measure = measuredBy(facts);
  if (measure === null || measure.metric === null) return null;
  const { repository } = facts;
  const metric = tools.metrics.find({ installation: job.installation, repository, text: measure.metric });
  if (metric === null) return null;
  const isPublic = repository.visibility === "public";
  if (isPublic && !(metric.public && (await isWritten(facts, measure, github)))) return null;
  const answer = await metric.read(mergedAt);
  return isPublic ? answer : keptInside(answer);
}

/** A record is written once: it waits until it is known whether a reading may stand in it. */
async function isWritten(facts: PullRequestFacts, measure: Measure, { reader }: Means["github"]): Promise<boolean> {
  const byWriter = await isWrittenByWriter(facts, measure, reader);
  if (byWriter === "unknown") throw new Unanswered("GitHub did not answer for the role of who named a metric");
  return byWriter === "yes";
}
