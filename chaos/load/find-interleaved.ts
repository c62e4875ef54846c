import type { LoggedRequest } from "../../src/sandbox/github/server/request-log.ts";

/** What every look at a pull request begins with. */
const BEGINS = "Thread";

/**
 * Requests that one replica made for a pull request in the middle of a look while another one had begun its own. Each
 * installation must have one pull request only, and each replica an address of its own.
 */
export function findInterleaved(entries: readonly LoggedRequest[]): readonly LoggedRequest[] {
  // Other jobs of the installation, such as the sweep, may read whenever they like.
  const looks = entries.filter(({ kind, operation }) => kind === "write" || operation === BEGINS);
  const byInstallation = Map.groupBy(looks, ({ installationId }) => installationId);
  return [...byInstallation.values()].flatMap(interleavedOf);
}

function begunAt({ at, durationMs }: LoggedRequest): number {
  return Date.parse(at) - durationMs;
}

function interleavedOf(entries: readonly LoggedRequest[]): readonly LoggedRequest[] {
  const sorted = entries.toSorted((a, b) => begunAt(a) - begunAt(b));
  return sorted.filter((entry, index) => {
    const before = sorted[index - 1];
    return before !== undefined && before.port !== entry.port && entry.operation !== BEGINS;
  });
}
