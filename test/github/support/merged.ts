import { paged } from "./graphql-answers.ts";
import { pullRequest } from "./things.ts";

type Fields = Readonly<Record<string, unknown>>;

export const head = "a".repeat(40);

/** A merged pull request whose runs, one in each suite, have these texts. */
export function mergedOne(
  number: number,
  { runs = ["record"], ...fields }: Fields & { runs?: readonly string[] } = {},
) {
  return pullRequest({
    number,
    state: "MERGED",
    mergedAt: "2025-02-02T10:00:00Z",
    updatedAt: "2025-02-02T10:00:00Z",
    mergeCommit: { oid: "c".repeat(40) },
    headRefOid: head,
    commits: paged([headWith(head, runs)]),
    ...fields,
  });
}

export function headWith(oid: string, runs: readonly string[]) {
  const suites = runs.map((text, at) => ({ checkRuns: paged([{ databaseId: at + 1, text }]) }));
  return { commit: { oid, checkSuites: paged(suites) } };
}
