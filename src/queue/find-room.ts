/** At most this much in any such span of time. */
export interface Limit {
  readonly amount: number;
  readonly withinMs: number;
}

/** What was spent at one time. */
export interface Spent {
  readonly at: Date;
  readonly amount: number;
}

interface Wanted {
  readonly limits: readonly Limit[];
  readonly least: number;
  readonly most: number;
  /** There is to be this much before anybody comes back. */
  readonly enough: number;
  /** How much others were promised already. */
  readonly promised: number;
  readonly now: Date;
}

export type Room = { readonly kind: "room"; readonly amount: number } | { readonly kind: "full"; readonly until: Date };

/** How much of what is wanted all limits leave room for; or when they will. `spent` is the oldest first. */
export function findRoom(spent: readonly Spent[], wanted: Wanted): Room {
  const free = wanted.limits.map((limit) => limit.amount - sumOf(counting(spent, limit, wanted.now)));
  const amount = Math.min(wanted.most, ...free);
  if (amount >= wanted.least) return { kind: "room", amount };
  const times = wanted.limits.map((limit) => roomAt(counting(spent, limit, wanted.now), limit, wanted));
  return { kind: "full", until: new Date(Math.max(...times)) };
}

function counting(spent: readonly Spent[], { withinMs }: Limit, now: Date): readonly Spent[] {
  return spent.filter(({ at }) => at.getTime() > now.getTime() - withinMs);
}

function sumOf(spent: readonly Spent[]): number {
  return spent.reduce((sum, { amount }) => sum + amount, 0);
}

/** When so much has left the window that what is wanted fits, behind what is promised. */
function roomAt(spent: readonly Spent[], limit: Limit, { enough, promised, now }: Wanted): number {
  const rounds = Math.floor(promised / limit.amount);
  const needed = Math.min(limit.amount, enough + (promised % limit.amount));
  let left = sumOf(spent);
  let time = now.getTime();
  for (const { at, amount } of spent) {
    if (left + needed <= limit.amount) break;
    left -= amount;
    time = at.getTime() + limit.withinMs;
  }
  return time + rounds * limit.withinMs;
}
