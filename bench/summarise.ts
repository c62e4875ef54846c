/** The middle and the worst of some measurements. This machine may be busy: quote the median. */
export function summarise(times: readonly number[]): { readonly median: number; readonly worst: number } {
  const sorted = times.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN, worst: sorted.at(-1) ?? Number.NaN };
}
