import { tableCell } from "../markdown/escape.ts";
import { md } from "../markdown/markdown.ts";
import { byStrictness } from "../verdict/strictness.ts";
import type { Conclusion } from "../verdict/verdict.ts";
import type { CheckRunContent } from "./check-run.ts";
import { cutToSize } from "./cut.ts";

/** One pull request of a merge group, with what its own check would say now. */
export interface Member {
  readonly number: number;
  /** What its author called it; null where it could not be read. */
  readonly name: string | null;
  readonly content: Pick<CheckRunContent, "conclusion" | "title" | "summary">;
}

export type Members = readonly [Member, ...Member[]];

/** The group cannot be merged: which pull requests stop it, and what is to be done about them. */
export function renderStopped(members: Members, stopping: Members): CheckRunContent {
  const because = stopping.map((one) => `${nameOf(one)}: ${lowerFirst(one.content.title)}.`);
  const title =
    stopping.length === 1
      ? `#${stopping[0].number} stops this merge group: ${lowerFirst(stopping[0].content.title)}`
      : `${listNumbers(stopping)} stop this merge group`;
  const lead = "This merge group was stopped because of";
  const stopped = because.length === 1 ? `${lead} ${because[0]}` : `${lead}\n\n- ${because.join("\n- ")}`;
  return render(members, "failure", { title, parts: [stopped, describeWayOn(members, stopping)] });
}

/**
 * GitHub drops what failed and builds what was behind it anew, by settings of the queue that are not ours to read. What
 * is to be done is in the details: most often an edit of the description, but a broken configuration needs a commit.
 */
function describeWayOn(members: Members, stopping: Members): string {
  const wayOn =
    stopping.length === 1
      ? "**To merge it**, do what the details below say, then queue it again."
      : "**To merge them**, do what the details below say of each, then queue them again.";
  const numbers = new Set(stopping.map(({ number }) => number));
  return [wayOn, ...describeOthers(members.filter(({ number }) => !numbers.has(number)))].join(" ");
}

/** Nothing is promised of what is not known yet. */
function describeOthers(others: readonly Member[]): readonly string[] {
  const isKnown = others.every(({ content }) => content.conclusion !== "action_required");
  return others.length > 0 && isKnown ? ["The others need no change."] : [];
}

/** Nothing stops the group: the strictest of its answers, for advice is told too. */
export function renderPassed(members: Members): CheckRunContent {
  const { conclusion } = strictestFirst(members)[0].content;
  const advised = members.filter((one) => one.content.conclusion === "neutral");
  const title =
    members.length === 1
      ? `#${members[0].number}: ${members[0].content.title}`
      : `Nothing stops these ${members.length} pull requests${advised.length === 0 ? "" : `; see ${listNumbers(advised)}`}`;
  return render(members, conclusion, { title, parts: [] });
}

/** What could not be determined yet, where it decides. */
export interface Undetermined {
  readonly unknown: Members;
  /** Whether the queue told which pull requests are in the group. */
  readonly listed: boolean;
}

export function renderWaiting(members: Members, { unknown, listed }: Undetermined): CheckRunContent {
  const lead = `${describeUnknown(unknown, listed)} GitHub is asked again by itself, for 10 minutes in all.`;
  const title = listed
    ? `Waiting for an answer about ${listNumbers(unknown)}`
    : "Waiting for GitHub to list this merge group";
  return render(members, "action_required", { title, parts: [lead] });
}

/** After the last try: what is not known does not pass where rules are required. */
export function renderExpired(members: Members, { unknown, listed }: Undetermined): CheckRunContent {
  const lead = `${describeUnknown(unknown, listed)} It was asked for 10 minutes, and what is not known does not pass here.`;
  const fix = listed
    ? "**To merge**, see in the details below what could not be read, then queue the pull requests again."
    : "**To merge**, queue the pull requests again.";
  const title = listed
    ? `${listNumbers(unknown)} could not be determined in 10 minutes`
    : "GitHub did not list this merge group in 10 minutes";
  return render(members, "failure", { title, parts: [lead, fix] });
}

function describeUnknown(unknown: Members, listed: boolean): string {
  if (!listed)
    return "Which pull requests are in this merge group could not be determined: GitHub's queue does not list it.";
  return `Whether ${listNumbers(unknown)} may be merged could not be determined.`;
}

interface Words {
  readonly title: string;
  /** Before the table of all. */
  readonly parts: readonly string[];
}

function render(members: Members, conclusion: Conclusion, { title, parts }: Words): CheckRunContent {
  const summary = cutToSize([...parts, renderTable(members)].join("\n\n"));
  return { conclusion, title, summary, text: cutToSize(renderDetails(members)) };
}

function renderTable(members: Members): string {
  const rows = members.map((one) => {
    const cells = [nameOf(one), answers[one.content.conclusion], one.content.title];
    return `| ${cells.map(tableCell).join(" | ")} |`;
  });
  return ["| Pull request | In this group | What its own check says now |", "| --- | --- | --- |", ...rows].join("\n");
}

const answers: Readonly<Record<Conclusion, string>> = {
  failure: "**stops it**",
  action_required: "not known",
  neutral: "passes",
  success: "passes",
  skipped: "passes",
};

/** The findings of each, what stops the group first: GitHub takes no more than 65,535 characters. */
function renderDetails(members: Members): string {
  return strictestFirst(members)
    .map((one) => `### ${nameOf(one)}\n\n${one.content.summary}`)
    .join("\n\n");
}

function strictestFirst(members: Members): Members {
  const [first, ...rest] = members.toSorted((a, b) => byStrictness(a.content.conclusion, b.content.conclusion));
  return first === undefined ? members : [first, ...rest];
}

function nameOf({ number, name }: Member): string {
  return name === null ? `#${number}` : md`#${number} ${name}`.markdown;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function listNumbers(members: readonly Member[]): string {
  const words = members.map(({ number }) => `#${number}`);
  const last = words.pop() ?? "";
  return words.length === 0 ? last : `${words.join(", ")} and ${last}`;
}
