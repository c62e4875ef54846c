import type { SimulatedGitHub } from "./github/simulated-github.ts";
import { latestChecks, pullRequestsOf, repositoriesOf } from "./shown-items.ts";

type Row = readonly [number: string, conclusion: string, check: string, title: string];

/** One aligned line for each pull request: number, conclusion, the check's title, the pull request's. */
export function listChecks(github: SimulatedGitHub): string[] {
  const rows = repositoriesOf(github).flatMap(pullRequestsOf).toReversed().flatMap(rowsOf);
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

function rowsOf(pullRequest: ReturnType<typeof pullRequestsOf>[number]): Row[] {
  const [number, title] = [`#${pullRequest.number}`, `"${pullRequest.title}"`];
  const checks = latestChecks(pullRequest);
  if (checks.length === 0) return [[number, "no check", "", title]];
  return checks.map(({ status, conclusion, output }) => [number, conclusion ?? status, output.title ?? "", title]);
}
