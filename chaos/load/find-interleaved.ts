import type { LoggedRequest } from "../../src/sandbox/github/server/request-log.ts";

/** What every look at a pull request begins with. */
const BEGINS = "Thread";

/**
 * Requests that one replica made for a pull request in the middle of a look while another one had begun its own. Each
 * installation must have one pull request only, and each replica an address of its own.
 */
export function findInterleaved(entries: readonly LoggedRequest[]): readonly LoggedRequest[] {
  const looks = entries.filter(({ kind, installationId }) => kind !== "token" && installationId !== null);
  const byInstallation = Map.groupBy(looks, ({ installationId }) => installationId);
  return [...byInstallation.values()].flatMap(interleavedOf);
}

function interleavedOf(entries: readonly LoggedRequest[]): readonly LoggedRequest[] {
  const begunAt = ({ at, durationMs }: LoggedRequest) => Date.parse(at) - durationMs;
  const sorted = entries.toSorted((a, b) => begunAt(a) - begunAt(b));
  return sorted.filter((entry, index) => {
    const before = sorted[index - 1];
    return before !== undefined && before.port !== entry.port && entry.operation !== BEGINS;
  });
}
