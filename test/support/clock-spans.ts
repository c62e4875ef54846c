const [hour, day] = [3_600_000, 86_400_000];

/** A stretch of time in which somebody runs or does not, with a clock that goes wrong by as much. All in milliseconds. */
export interface Span {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
  readonly up: boolean;
}

/** Restarts, days and one week away, and a clock that steps by an hour; in the end somebody runs, with the right time. */
export function spansOf(random: () => number, from: number, length: number): readonly Span[] {
  const spans: Span[] = [];
  const away = from + random() * length;
  for (let at = from; at < from + length;) {
    const isAway = at > away && spans.every(({ up, from: one, until }) => up || until - one < 6 * day);
    const up = !isAway && (spans.at(-1)?.up === false || random() < 0.7);
    const until = at + (isAway ? 7 * day : up ? (1 + random() * 20) * day : random() < 0.8 ? random() * hour : day);
    const offset = random() < 0.3 ? (random() < 0.5 ? hour : -hour) : 0;
    spans.push({ from: at, until, offset, up });
    at = until;
  }
  return [...spans, { from: spans.at(-1)?.until ?? from, until: Infinity, offset: 0, up: true }];
}

/** The first moment from then on at which somebody runs and whose clock shows at least `clock`. */
export function nextTurn(spans: readonly Span[], now: number, clock: number): number {
  for (const { from, until, offset, up } of spans) {
    const turn = Math.max(from, now, clock - offset);
    if (up && turn < until) return turn;
  }
  return Infinity;
}

/** What the clock shows then. */
export function clockAt(spans: readonly Span[], now: number): number {
  return now + (spans.find(({ from, until }) => now >= from && now < until)?.offset ?? 0);
}
