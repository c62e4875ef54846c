import { z } from "zod";
import { checkRunName } from "./check-run-name.ts";
import { connection } from "./connection.ts";

/**
 * On a pull request: our runs on its head, and of each its text alone. Their annotations, which a look reads, are two
 * connections more for each suite, and would double what ten pull requests cost. Needs `$appId`.
 */
export const recordSelection = `
headRefOid
commits(last: 1) { nodes { commit {
  oid
  checkSuites(first: 5, filterBy: { appId: $appId }) {
    nodes { checkRuns(first: 1, filterBy: { appId: $appId, checkName: "${checkRunName}", checkType: LATEST }) {
      nodes { databaseId text }
    } }
  }
} } }`;

const runs = connection(z.object({ databaseId: z.number(), text: z.string().nullish() }));

export const recordFields = {
  headRefOid: z.string(),
  commits: connection(
    z.object({ commit: z.object({ oid: z.string(), checkSuites: connection(z.object({ checkRuns: runs })) }) }),
  ),
};

type RecordFields = z.output<z.ZodObject<typeof recordFields>>;

/** The text of our latest run on the head. */
export function recordTextOf({ commits, headRefOid }: RecordFields): string | null {
  const head = commits.find(({ commit }) => commit.oid === headRefOid)?.commit;
  const found = (head?.checkSuites ?? []).flatMap(({ checkRuns }) => checkRuns);
  return found.toSorted((a, b) => b.databaseId - a.databaseId)[0]?.text ?? null;
}
