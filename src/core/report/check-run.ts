import type { PullRequestFacts } from "../facts/facts.ts";
import type { Annotation } from "../facts/observed.ts";
import { isUnreadable } from "../facts/link.ts";
import { renderOptOut as renderOptOutRecord } from "../follow-up/opt-out-record.ts";
import { makeRecord, renderRecord } from "../follow-up/record.ts";
import type { OutcomeRecord } from "../follow-up/record.ts";
import { tableCell } from "../markdown/escape.ts";
import { md } from "../markdown/markdown.ts";
import type { Markdown } from "../markdown/markdown.ts";
import { whoMayOptOut } from "../verdict/policy.ts";
import type { Conclusion, Finding, Verdict } from "../verdict/verdict.ts";
import { blocking, conclude, decisive } from "../verdict/verdict.ts";
import { renderConfiguredBy } from "./configured-by.ts";
import { cutToSize } from "./cut.ts";
import { formatDay } from "./dates.ts";
import { renderFix } from "./fix.ts";
import { describeReading } from "./recorded-reading.ts";
import type { ReportSettings } from "./report-settings.ts";
import { isLinked, isMergedUnlinked, titleOf } from "./title.ts";
import { wayOut } from "./way-out.ts";

/** What a completed check run shows. Sizes are GitHub's to refuse and ours to respect (65,535 characters each). */
export interface CheckRunContent {
  readonly conclusion: Conclusion;
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  /** At most 50: GitHub takes no more at once. None where left out. */
  readonly annotations?: readonly Annotation[];
}

/** The check run: the title in one breath, the summary rule by rule, and after the merge the record of what was believed. */
export function renderCheckRun(facts: PullRequestFacts, verdict: Verdict, settings: ReportSettings): CheckRunContent {
  const configuredBy = renderConfiguredBy(settings.sources, facts.repository);
  return {
    conclusion: isMergedUnlinked(facts, verdict) ? "neutral" : conclude(verdict),
    title: titleOf(facts, verdict, settings),
    summary: cutToSize([...summarise(facts, verdict, settings), configuredBy].join("\n\n")),
    text: facts.pullRequest.state === "merged" ? renderKept(facts, verdict, settings) : "",
  };
}

function summarise(facts: PullRequestFacts, verdict: Verdict, settings: ReportSettings): readonly string[] {
  switch (verdict.kind) {
    case "exempt":
      return [md`Not asked: ${verdict.reason}.`.markdown];
    case "opted-out":
      return [renderOptOut(verdict.reason, verdict.by)];
    case "judged":
      return [
        ...(isMergedUnlinked(facts, verdict) ? [stillLinked] : renderAsked(facts, verdict.findings, settings)),
        ...verdict.remarks.map(({ markdown }) => markdown),
        renderTable(verdict.findings),
      ];
  }
}

/** Nothing is asked any more of what is merged, and nothing is held up. */
const stillLinked = "Once its problem is linked, it is followed up all the same.";

function renderOptOut(reason: string, by: string | null): string {
  const who = by === null ? md`somebody whose account is gone` : md`${by}`;
  return md`Opted out by ${who}, with the reason: ${reason}\n\nNo follow-up will come for this pull request.`.markdown;
}

/** What to do, before anything else: all that is required to merge now, else the first part that is advised. */
function renderAsked(
  facts: PullRequestFacts,
  findings: readonly Finding[],
  settings: ReportSettings,
): readonly string[] {
  const first = decisive(findings);
  if (first === null) return [];
  const undetermined = first.outcome === "unknown" ? [describeUndetermined(first, facts)] : [];
  const required = blocking(findings);
  // Advice about what could not be read would send people to write what they may have written already.
  if (required.length === 0 && first.outcome === "unknown") return undetermined;
  const fix = required.length > 0 ? renderFix(required, "**To merge now**, put") : renderFix([first], "Put");
  return [...undetermined, fix, `${first.words.why} ${wayOut(whoMayOptOut(settings))}`];
}

function describeUndetermined(finding: Finding, facts: PullRequestFacts): string {
  const undetermined = `Whether this pull request ${finding.words.claim} could not be determined; the table says why.`;
  return [undetermined, ...adviseUndetermined(finding, facts)].join(" ");
}

function adviseUndetermined({ rule, retry }: Finding, { links }: PullRequestFacts): readonly string[] {
  if (retry === true) return ["GitHub is asked again by itself."];
  return rule === "links-problem" && links.some(({ target }) => isUnreadable(target)) ? [readableLink] : [];
}

const readableLink =
  "Link an issue that everybody who sees this pull request can read, or let `problems.repositories` list its repository.";

function renderTable(findings: readonly Finding[]): string {
  const rows = findings.map(({ words, outcome, level, found }) => {
    return `| ${words.claim} | ${answerOf(outcome, level)} | ${levelWords[level]} | ${tableCell(found.markdown)} |`;
  });
  const header = ["| This pull request … | Answer | Level | Where and what was found |", "| --- | --- | --- | --- |"];
  return [...header, ...rows].join("\n");
}

/** What is only kept for the record is not owed by anybody: there, a missing part is no "not yet". */
function answerOf(outcome: Finding["outcome"], level: Finding["level"]): string {
  return outcome === "fail" && level === "note" ? "–" : answers[outcome];
}

const answers: Readonly<Record<Finding["outcome"], string>> = {
  pass: "✅&nbsp;yes",
  fail: "not&nbsp;yet",
  skip: "not&nbsp;asked",
  unknown: "unknown",
};

const levelWords: Readonly<Record<Finding["level"], string>> = {
  off: "",
  note: "noted",
  advise: "advised",
  require: "**required**",
};

const keptAsItWas = "Later edits of the texts do not change this";

/** What is read back from here, long after the texts that said it may have changed. */
function renderKept(facts: PullRequestFacts, verdict: Verdict, settings: ReportSettings): string {
  if (verdict.kind === "opted-out") {
    return `${keptAsItWas} reason.\n\n${renderOptOutRecord(facts.pullRequest.reference, verdict.reason)}`;
  }
  if (!isLinked(verdict) || verdict.kind !== "judged") return "";
  const record = makeRecord(facts, verdict.problem, settings);
  const lead = `${describeBelief(record).markdown} The follow-up is due ${describeDue(record, settings)}.`;
  return `${lead}\n\n${keptAsItWas}; the follow-up compares with it.\n\n${renderRecord(record)}`;
}

function describeDue({ due_at, window_days: days }: OutcomeRecord, { follow_up: settings }: ReportSettings): string {
  return due_at !== null
    ? `on ${formatDay(new Date(due_at), settings.time_zone)}`
    : `${days} ${days === 1 ? "day" : "days"} after the first release that holds it`;
}

function describeBelief(record: OutcomeRecord): Markdown {
  const { believed, exploring, edited_after_merge: edited } = record;
  const after = edited ? md` The text was edited after the merge.` : md``;
  const measured = md`${describeMeasure(record)}${describeReading(record)}${after}`;
  if (exploring !== null) return md`Explored at the merge: ${exploring}.${measured}`;
  return believed === null
    ? md`No hypothesis was stated at the merge; the question will be whether it helped.${measured}`
    : md`Believed at the merge: ${believed}.${measured}`;
}

function describeMeasure({ metric, baseline, target }: OutcomeRecord): Markdown {
  if (metric === null) return md``;
  if (baseline !== null && target !== null) return md` It is measured by ${metric}, from ${baseline} to ${target}.`;
  if (target !== null) return md` It is measured by ${metric}, with the target ${target}.`;
  return baseline === null ? md` It is measured by ${metric}.` : md` It is measured by ${metric}, from ${baseline}.`;
}
