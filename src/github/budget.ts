import type { Allowances, Limit } from "./allowances.ts";
import { GitHubError } from "./errors.ts";
import type { Price, Resource } from "./price.ts";

/** Counts what is sent for one installation, together with all other processes. */
export interface Budget {
  /** To be called right before a request is sent: throws where there is no room for it, with the time when there is. */
  spend(price: Price): Promise<void>;
}

/** In milliseconds. What was taken is sent within this time, so that the store may count it as sent when it was taken. */
const GRANT_MS = 1000;

/** In points: enough for some ten jobs. More would be lost to others when a process ends. */
const LARGEST_GRANT = 60;

const WINDOW_MS = 60_000 + GRANT_MS;

/** In points. github/docs, data/reusables/rest-api/secondary-rate-limit-rest-graphql.md: the two are counted apart. */
const points: Readonly<Record<Resource, Limit>> = {
  rest: { amount: 900, withinMs: WINDOW_MS },
  graphql: { amount: 2000, withinMs: WINDOW_MS },
};

/** In requests. GitHub allows 80 and 500 (same page), and counts what people do on its pages too: some is left to them. */
const creations: readonly Limit[] = [
  { amount: 60, withinMs: WINDOW_MS },
  { amount: 400, withinMs: 3_600_000 + GRANT_MS },
];

interface Options {
  readonly allowances: Allowances;
  readonly installation: number;
  readonly now: () => Date;
}

/** Points that were taken from the store together, to be spent without asking it again. */
interface Grant {
  readonly size: number;
  left: number;
  readonly takenAt: number;
}

interface State extends Options {
  readonly grants: Map<Resource, Grant>;
  readonly taking: Map<Resource, Promise<void>>;
  /** When those who found no room for what they create were told to come back. */
  promised: readonly Date[];
}

export function budgetOf(options: Options): Budget {
  const state: State = { ...options, grants: new Map(), taking: new Map(), promised: [] };
  return {
    async spend(price) {
      await assertOpen(state);
      while (!spendGrant(state, price)) await takeGrant(state, price);
      if (price.creates) await takeCreation(state);
    },
  };
}

/** For a client of its own, such as one of a test. */
export const unlimited: Budget = { spend: async () => {} };

async function assertOpen({ allowances, installation, now }: State): Promise<void> {
  const at = await allowances.closedUntil(installation);
  if (at === null || at <= now()) return;
  throw new GitHubError("GitHub asked this installation to wait", { kind: "retry-later", at });
}

function isFresh(grant: Grant, now: Date): boolean {
  return now.getTime() - grant.takenAt < GRANT_MS;
}

function spendGrant({ grants, now }: State, price: Price): boolean {
  const grant = grants.get(price.resource);
  if (grant === undefined || !isFresh(grant, now()) || grant.left < price.points) return false;
  grant.left -= price.points;
  return true;
}

/** Whoever comes first asks the store; the others wait for the same answer. */
function takeGrant(state: State, price: Price): Promise<void> {
  const { resource } = price;
  const asked = state.taking.get(resource) ?? askForGrant(state, price).finally(() => state.taking.delete(resource));
  state.taking.set(resource, asked);
  return asked;
}

async function askForGrant({ grants, allowances, installation, now }: State, price: Price): Promise<void> {
  const { resource } = price;
  const takenAt = now();
  const most = Math.max(price.points, nextSize(grants.get(resource), takenAt));
  const wanted = {
    installation,
    kind: resource,
    limits: [points[resource]],
    least: price.points,
    most,
    enough: LARGEST_GRANT,
  };
  const taken = await allowances.take({ ...wanted, promised: 0, now: takenAt });
  if (taken.kind === "full") throw noPoints(resource, taken.until);
  grants.set(resource, { size: taken.amount, left: taken.amount, takenAt: takenAt.getTime() });
}

/** As much again and more where the last grant was too small; what it was good for where some of it was left over. */
function nextSize(last: Grant | undefined, now: Date): number {
  if (last === undefined) return 0;
  return isFresh(last, now) ? Math.min(2 * last.size, LARGEST_GRANT) : last.size - last.left;
}

function noPoints(resource: Resource, at: Date): GitHubError {
  const api = resource === "rest" ? "REST" : "GraphQL";
  return new GitHubError(`As many ${api} requests were sent within a minute as GitHub allows`, {
    kind: "retry-later",
    at,
  });
}

/** Who finds no room is promised a time that nobody else was promised: they would all come back for the one place. */
async function takeCreation(state: State): Promise<void> {
  const { allowances, installation, now } = state;
  state.promised = state.promised.filter((at) => at > now());
  const asked = { installation, kind: "creations", limits: creations, least: 1, most: 1, enough: 1, now: now() };
  const taken = await allowances.take({ ...asked, promised: state.promised.length });
  if (taken.kind === "taken") return;
  state.promised = [...state.promised, taken.until];
  throw new GitHubError("As much was created within an hour as an app may", { kind: "no-room", at: taken.until });
}
