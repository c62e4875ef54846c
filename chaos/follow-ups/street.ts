import type { SimulatedGitHub } from "../../src/sandbox/github/simulated-github.ts";
import type { Issue, PullRequest, Repository } from "../../src/sandbox/github/state/model.ts";
import type { Random } from "../random.ts";

/** One problem with one pull request that is to be merged, and when people have to be asked what became of it. */
export interface Appointment {
  readonly repository: Repository;
  readonly title: string;
  readonly belief: string;
  readonly openAt: Date;
  readonly mergeAt: Date;
  readonly askAt: Date;
  /** When a person answers, where one does. */
  readonly answerAt: Date | null;
}

export interface Street {
  readonly repositories: readonly Repository[];
  readonly appointments: readonly Appointment[];
  /** What was opened so far. */
  readonly opened: Map<Appointment, Opened>;
}

interface Opened {
  readonly issue: Issue;
  readonly pullRequest: PullRequest;
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

/** Organisations with a repository each, and what is going to happen there. */
export function buildStreet({ people }: SimulatedGitHub, size: StreetSize, random: Random): Street {
  const built = Array.from({ length: size.installations }, (_, index) => {
    const slot = slots[index % slots.length] ?? slots[0];
    const repository = openShop(people, `guild-${index + 1}`, slot);
    const appointments = Array.from({ length: size.each }, (__, at) => appoint({ repository, slot, size, random }, at));
    return { repository, appointments };
  });
  return {
    repositories: built.map(({ repository }) => repository),
    appointments: built.flatMap(({ appointments }) => appointments),
    opened: new Map(),
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

function appoint({ repository, slot, size, random }: Ground, at: number): Appointment {
  const window = random.pick(windows);
  const belief = `We believe a visible total for shoppers will lower abandoned carts within ${window} days.`;
  // The last of them are due a week before the end, for their slot may be a week later.
  const mergeDay = 1 + random.whole(size.days - window - 8);
  // In the middle of working days, far enough from slots and midnights for a clock that is an hour wrong.
  const mergeAt = new Date(MONDAY.getTime() + mergeDay * day + 12 * hour);
  const askAt = slotAfter(new Date(mergeAt.getTime() + window * day), slot);
  const answerAt = random.chance(0.3) ? new Date(askAt.getTime() + random.whole(20) * day + 3 * hour) : null;
  const openAt = new Date(mergeAt.getTime() - day);
  return { repository, title: `The total is hidden, ${at}`, belief, openAt, mergeAt, askAt, answerAt };
}

function slotAfter(due: Date, { days, hours }: Slot): Date {
  const first = MONDAY.getTime() + days * day + hours * hour;
  const weeks = Math.ceil((due.getTime() - first) / (7 * day));
  return new Date(first + Math.max(weeks, 0) * 7 * day);
}

export function open({ people }: SimulatedGitHub, { opened }: Street, appointment: Appointment): void {
  const { repository, title, belief } = appointment;
  const issue = people.openIssue({ repository, author: "mia", title, body: "" });
  const body = `Part of #${issue.number}\n\n${belief}`;
  opened.set(appointment, { issue, pullRequest: people.openPullRequest({ repository, author: AUTHOR, title, body }) });
}

export function merge({ people }: SimulatedGitHub, street: Street, appointment: Appointment): void {
  people.mergePullRequest({ pullRequest: openedFor(street, appointment).pullRequest, by: AUTHOR });
}

export function answer({ people }: SimulatedGitHub, street: Street, appointment: Appointment): void {
  const body = "/outcome validated Carts are finished more often.";
  people.comment({ on: openedFor(street, appointment).issue, by: AUTHOR, body });
}

function openedFor({ opened }: Street, appointment: Appointment): Opened {
  const found = opened.get(appointment);
  if (found === undefined) throw new Error("Nothing was opened for this appointment yet");
  return found;
}
