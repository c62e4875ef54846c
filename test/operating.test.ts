import { expect, test } from "vitest";
import { openMetrics } from "../src/server/metrics.ts";
import { environment, readSettings } from "../src/settings.ts";
import { jobCounts } from "./server/support/job-counts.ts";
import { readProjectFile } from "./support/source-files.ts";

const guide = readProjectFile("docs/operating.md");

/** The rows of the one table that has such names in its first column. */
function namesIn(pattern: RegExp): readonly string[] {
  return Array.from(guide.matchAll(pattern), ([, name = ""]) => name);
}

test("the guide for operators tells every variable that is read, and no other", () => {
  expect(namesIn(/^\| `([A-Z_]+)` /gm).toSorted()).toEqual(Object.keys(environment.shape).toSorted());
});

test("the guide tells the defaults that are used", () => {
  const { port, metrics, apiUrl, logLevel } = readSettings({});
  const told = [`PORT\` .*\`${port}\``, `METRICS_PORT\` .*\`${metrics.port}\``, `METRICS_HOST\` .*\`${metrics.host}\``];
  for (const row of [...told, `GITHUB_API_URL\` .*\`${apiUrl}\``, `LOG_LEVEL\` .*\`${logLevel}\``]) {
    expect(guide).toMatch(new RegExp(`^\\| \`${row}`, "m"));
  }
});

test("the guide tells every figure that is served, and no other", async () => {
  const served = await openMetrics(async () => jobCounts, Date.now).content();
  const names = Array.from(served.matchAll(/^# TYPE (outcome_\S+) /gm), ([, name = ""]) => name);
  expect(namesIn(/^\| `(outcome_[a-z_]+)` /gm).toSorted()).toEqual(names.toSorted());
});
