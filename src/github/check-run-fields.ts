import { z } from "zod";
import type { ObservedCheckRun } from "../core/facts/observed.ts";
import { checkRunName } from "./check-run-name.ts";
import { connection } from "./connection.ts";

/** On a commit. GraphQL filters suites by app, so that another app's run of our name is never taken for ours. */
export const checkRunSelection = `
checkSuites(first: 5, filterBy: { appId: $appId }) {
  nodes {
    status
    checkRuns(first: 10, filterBy: { appId: $appId, checkName: "${checkRunName}", checkType: LATEST }) {
      nodes { databaseId name status conclusion title summary text }
    }
  }
}`;

const checkRun = z.object({
  databaseId: z.number(),
  name: z.string(),
  status: z.string(),
  conclusion: z.string().nullish(),
  title: z.string().nullish(),
  summary: z.string().nullish(),
  text: z.string().nullish(),
});

export const checkSuites = connection(z.object({ status: z.string(), checkRuns: connection(checkRun) }));

/** Of a suite that waits for its app. */
const waiting = new Set(["QUEUED", "REQUESTED"]);

/**
 * Of several, GitHub counts the newest. Asking for a run again puts its suite back to queued and leaves the run as it is
 * (docs: checks, "rerequest a check run"): until the app writes, GitHub waits, so such a run is not completed.
 */
export function latestCheckRun(suites: z.output<typeof checkSuites>): ObservedCheckRun | null {
  const runs = suites.flatMap(({ status, checkRuns }) => checkRuns.map((run) => ({ ...run, suiteStatus: status })));
  const named = runs.filter((run) => run.name === checkRunName);
  const latest = named.toSorted((a, b) => b.databaseId - a.databaseId)[0];
  if (latest === undefined) return null;
  return {
    id: latest.databaseId,
    completed: latest.status === "COMPLETED" && !waiting.has(latest.suiteStatus),
    conclusion: latest.conclusion?.toLowerCase() ?? null,
    title: latest.title ?? "",
    summary: latest.summary ?? "",
    text: latest.text ?? "",
  };
}
