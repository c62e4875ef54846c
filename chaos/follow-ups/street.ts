import type { SimulatedGitHub } from "../../src/sandbox/github/simulated-github.ts";
import type { Issue, PullRequest, Repository } from "../../src/sandbox/github/state/model.ts";
import type { Random } from "../random.ts";

/** One problem with one pull request that is to be merged, and when people have to be asked what became of it. */
export interface Appointment {
  readonly issue: Issue;
  readonly pullRequest: PullRequest;
  readonly mergeAt: Date;
  readonly askAt: Date;
  /** When a person answers, where one does. */
  readonly answerAt: Date | null;
}

export interface Street {
  readonly repositories: readonly Repository[];
  readonly appointments: readonly Appointment[];
}

interface StreetSize {
  readonly installations: number;
  readonly each: number;
  readonly days: number;
}

const AUTHOR = "ada";
const hour = 3_600_000;
const day = 24 * hour;

/** The store begins on a Monday at midnight, so that weekdays are counted without a calendar. */
export const MONDAY = new Date("2026-03-02T00:00:00Z");

/** One a row of organisations: the name of the weekday, how many days it is after Monday, and the time. */
const slots = [
  { day: "tuesday", days: 1, time: "10:00", hours: 10 },
  { day: "friday", days: 4, time: "16:30", hours: 16.5 },
  { day: "sunday", days: 6, time: "00:00", hours: 0 },
] as const;

/** Organisations with a repository each, all their problems, and all their pull requests, open. */
export function buildStreet({ people }: SimulatedGitHub, size: StreetSize, random: Random): Street {
  const built = Array.from({ length: size.installations }, (_, index) => {
    const slot = slots[index % slots.length] ?? slots[0];
    const repository = openShop(people, `guild-${index + 1}`, slot);
    const appointments = Array.from({ length: size.each }, () => appoint(people, { repository, slot, size, random }));
    return { repository, appointments };
  });
  return {
    repositories: built.map(({ repository }) => repository),
    appointments: built.flatMap(({ appointments }) => appointments),
  };
}

type People = SimulatedGitHub["people"];
type Slot = (typeof slots)[number];

function openShop(people: People, login: string, slot: Slot): Repository {
  people.createOrganization({ login, members: [AUTHOR] });
  const config = `follow_up:\n  slot:\n    day: ${slot.day}\n    time: "${slot.time}"\n`;
  const repository = people.createRepository({ name: `${login}/shop`, files: { ".github/outcome.yml": config } });
  people.setRole({ repository, user: AUTHOR, role: "write" });
  people.install({ account: login, by: AUTHOR });
  return repository;
}

interface Ground {
  readonly repository: Repository;
  readonly slot: Slot;
  readonly size: StreetSize;
  readonly random: Random;
}

const windows = [7, 14, 21] as const;

function appoint(people: People, { repository, slot, size, random }: Ground): Appointment {
  const title = `The total is hidden, ${repository.lastNumber}`;
  const issue = people.openIssue({ repository, author: "mia", title, body: "" });
  const window = random.pick(windows);
  const belief = `We believe a visible total for shoppers will lower abandoned carts within ${window} days.`;
  const body = `Part of #${issue.number}\n\n${belief}`;
  const pullRequest = people.openPullRequest({ repository, author: AUTHOR, title, body });
  // The last of them are due a week before the end, for their slot may be a week later.
  const mergeDay = random.whole(size.days - window - 7);
  // In the middle of working days, far enough from slots and midnights for a clock that is an hour wrong.
  const mergeAt = new Date(MONDAY.getTime() + mergeDay * day + 12 * hour);
  const askAt = slotAfter(new Date(mergeAt.getTime() + window * day), slot);
  const answerAt = random.chance(0.3) ? new Date(askAt.getTime() + random.whole(20) * day + 3 * hour) : null;
  return { issue, pullRequest, mergeAt, askAt, answerAt };
}

function slotAfter(due: Date, { days, hours }: Slot): Date {
  const first = MONDAY.getTime() + days * day + hours * hour;
  const weeks = Math.ceil((due.getTime() - first) / (7 * day));
  return new Date(first + Math.max(weeks, 0) * 7 * day);
}

export function merge({ people }: SimulatedGitHub, { pullRequest }: Appointment): void {
  people.mergePullRequest({ pullRequest, by: AUTHOR });
}

export function answer({ people }: SimulatedGitHub, { issue }: Appointment): void {
  people.comment({ on: issue, by: AUTHOR, body: "/outcome validated Carts are finished more often." });
}
