import type { LoggedRequest } from "./request-log.ts";

/**
 * What GitHub's page on secondary rate limits allows an installation: points a minute in either API, and requests that
 * create content.
 */
export const documented = { restAMinute: 900, graphqlAMinute: 2000, createdAMinute: 80, createdAnHour: 500 } as const;

type Counted = keyof typeof documented;
type Use = { counted: Counted; amount: number; at: number };
export type Peaks = Record<Counted, number>;

export type Limits = {
  /** The most that an installation used in any such minute or hour. */
  peaks: (installation: number) => Peaks;
  /** Whether what goes beyond is refused, as GitHub would. It is only counted unless this is switched on. */
  enforced: boolean;
  /** Counts a request; "over" where a limit is passed. */
  count: (
    request: Pick<LoggedRequest, "operation" | "kind" | "path" | "installationId">,
    at: Date,
  ) => "within" | "over";
};

const windows: Readonly<Record<Counted, number>> = {
  restAMinute: 60_000,
  graphqlAMinute: 60_000,
  createdAMinute: 60_000,
  createdAnHour: 3_600_000,
};

export function newLimits(): Limits {
  const installations = new Map<number, { peaks: Peaks; uses: Use[]; sums: Peaks }>();
  const of = (id: number) => {
    const known = installations.get(id) ?? { peaks: none(), uses: [], sums: none() };
    installations.set(id, known);
    return known;
  };
  return {
    enforced: false,
    peaks: (id) => of(id).peaks,
    count: (request, at) => {
      if (request.installationId === null || request.kind === "token") return "within";
      const { peaks, uses, sums } = of(request.installationId);
      forget(uses, sums, at.getTime());
      for (const use of usesOf(request, at.getTime())) {
        uses.push(use);
        sums[use.counted] += use.amount;
        peaks[use.counted] = Math.max(peaks[use.counted], sums[use.counted]);
      }
      return counted.some((each) => sums[each] > documented[each]) ? "over" : "within";
    },
  };
}

const counted = ["restAMinute", "graphqlAMinute", "createdAMinute", "createdAnHour"] as const;

function none(): Peaks {
  return { restAMinute: 0, graphqlAMinute: 0, createdAMinute: 0, createdAnHour: 0 };
}

/** Takes out of the sums what has left its window. */
function forget(uses: Use[], sums: Peaks, now: number): void {
  const kept = uses.filter((use) => use.at > now - windows[use.counted]);
  if (kept.length === uses.length) return;
  for (const use of uses) if (use.at <= now - windows[use.counted]) sums[use.counted] -= use.amount;
  uses.splice(0, uses.length, ...kept);
}

const creating = new Set(["issues/create-comment", "issues/create-label", "issues/create"]);

function usesOf({ operation, kind, path }: Parameters<Limits["count"]>[0], at: number): Use[] {
  const api = path.endsWith("/graphql") ? "graphqlAMinute" : "restAMinute";
  const points: Use = { counted: api, amount: kind === "read" ? 1 : 5, at };
  if (!creating.has(operation)) return [points];
  return [points, { counted: "createdAMinute", amount: 1, at }, { counted: "createdAnHour", amount: 1, at }];
}
