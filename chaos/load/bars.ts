import type { Outcome } from "../scenario.ts";

/** A figure, beside the bar that it has to reach where there is one. */
export interface Bar {
  readonly what: string;
  readonly value: number;
  readonly unit?: string;
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** What was measured, and which bars were missed. */
export function compare(bars: readonly Bar[]): Outcome {
  return {
    figures: bars.map((bar) => `${tell(bar)}${demandOf(bar)}`),
    violations: bars.filter((bar) => !isReached(bar)).map((bar) => `${tell(bar)}${demandOf(bar)}`),
  };
}

/** A figure that is not there is none that was reached. */
function isReached({ value, atMost = Number.POSITIVE_INFINITY, atLeast = Number.NEGATIVE_INFINITY }: Bar): boolean {
  return value <= atMost && value >= atLeast;
}

function tell({ what, value, unit = "" }: Bar): string {
  const text = Number.isInteger(value) || Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2);
  return `${what}: ${text}${unit === "" ? "" : ` ${unit}`}`;
}

function demandOf({ atMost, atLeast }: Bar): string {
  if (atMost !== undefined) return ` (at most ${atMost})`;
  return atLeast === undefined ? "" : ` (at least ${atLeast})`;
}
