import { z } from "zod";
import type { ObservedCheckRun, ObservedGroupRun } from "../core/facts/observed.ts";
import { checkRunName } from "./check-run-name.ts";
import { connection, date } from "./connection.ts";

/**
 * On a commit. GraphQL filters suites by app, so that another app's run of our name is never taken for ours. The latest
 * run of one name is one in each suite; every further one that could be asked for is charged for its annotations.
 */
export const checkRunSelection = `
checkSuites(first: 5, filterBy: { appId: $appId }) {
  nodes {
    status
    checkRuns(first: 2, filterBy: { appId: $appId, checkName: "${checkRunName}", checkType: LATEST }) {
      nodes {
        databaseId name status conclusion startedAt title summary text
        annotations(first: 50) { nodes { path annotationLevel message location { start { line } } } }
      }
    }
  }
}`;

const checkRun = z.object({
  databaseId: z.number(),
  name: z.string(),
  status: z.string(),
  conclusion: z.string().nullish(),
  startedAt: date.nullish(),
  title: z.string().nullish(),
  summary: z.string().nullish(),
  text: z.string().nullish(),
  annotations: connection(
    z.object({
      path: z.string(),
      annotationLevel: z.string().nullish(),
      message: z.string(),
      location: z.object({ start: z.object({ line: z.number() }) }),
    }),
  ),
});

export const checkSuites = connection(z.object({ status: z.string(), checkRuns: connection(checkRun) }));

/** Of a suite that waits for its app. */
const waiting = new Set(["QUEUED", "REQUESTED"]);

type Run = z.output<typeof checkRun>;
type Suites = z.output<typeof checkSuites>;

/** Of several, GitHub counts the newest. */
export function latestCheckRun(suites: Suites): ObservedCheckRun | null {
  const latest = findLatest(suites);
  return latest === undefined ? null : toCheckRun(latest);
}

export function latestGroupRun(suites: Suites): ObservedGroupRun | null {
  const latest = findLatest(suites);
  if (latest === undefined) return null;
  return { ...toCheckRun(latest), runningSince: latest.status === "IN_PROGRESS" ? (latest.startedAt ?? null) : null };
}

function findLatest(suites: Suites) {
  const runs = suites.flatMap(({ status, checkRuns }) => checkRuns.map((run) => ({ ...run, suiteStatus: status })));
  const named = runs.filter((run) => run.name === checkRunName);
  return named.toSorted((a, b) => b.databaseId - a.databaseId)[0];
}

/**
 * Asking for a run again puts its suite back to queued and leaves the run as it is (docs: checks, "rerequest a check
 * run"): until the app writes, GitHub waits, so such a run is not completed.
 */
function toCheckRun(run: Run & { readonly suiteStatus: string }): ObservedCheckRun {
  return {
    id: run.databaseId,
    completed: run.status === "COMPLETED" && !waiting.has(run.suiteStatus),
    conclusion: run.conclusion?.toLowerCase() ?? null,
    title: run.title ?? "",
    summary: run.summary ?? "",
    text: run.text ?? "",
    ...(run.annotations.length > 0 && { annotations: run.annotations.map(toAnnotation) }),
  };
}

function toAnnotation({ path, annotationLevel: level, message, location }: Run["annotations"][number]) {
  return { path, level: level?.toLowerCase() ?? null, message, line: location.start.line };
}
