import { readFile } from "node:fs/promises";
import { hasStickyMarker } from "../../src/core/report/marker.ts";
import type { Statements } from "../../src/queue/database.ts";
import type { CheckRun, Issue, PullRequest } from "../../src/sandbox/github/state/model.ts";
import type { Stage } from "./stage.ts";
import type { Storm } from "./storm.ts";

/** What must never be seen, whatever went wrong on the way (I4, I6, I8-I10). */
export function checkTraces(storm: Storm): readonly string[] {
  const runs = ownRuns(storm.stage);
  const problems = storm.stage.shops.flatMap((shop) => shop.problems.map(({ issue }) => issue));
  const threads = [...pullRequestsOf(storm.stage), ...problems];
  const texts = [...threads.flatMap(textsOf), ...runs.map(({ output }) => JSON.stringify(output))];
  return [
    ...runs.filter(({ status }) => status !== "completed").map((run) => `A check was left ${run.status} (${run.id})`),
    ...runs.filter(isUnfounded).map(({ output, conclusion }) => `${conclusion} without a reason: ${output.title}`),
    ...pullRequestsOf(storm.stage).flatMap((pullRequest) => writtenAfterwards(storm.stage, pullRequest)),
    ...readElsewhere(storm),
    ...texts.filter((text) => hasSecret(storm, text)).map((text) => `A secret is shown: ${text.slice(0, 200)}`),
  ];
}

export async function checkSecretsInLog(storm: Storm): Promise<readonly string[]> {
  const lines = (await readFile(storm.logFile, "utf8")).split("\n");
  return lines.filter((line) => hasSecret(storm, line)).map((line) => `A secret is in the log: ${line.slice(0, 200)}`);
}

export async function checkSecretsInStore(storm: Storm, statements: Statements): Promise<readonly string[]> {
  const tables = await statements.query(
    "SELECT schemaname, tablename FROM pg_tables WHERE schemaname IN ('outcome', 'pgboss')",
  );
  const found: string[] = [];
  for (const { schemaname, tablename } of tables) {
    const table = `${String(schemaname)}.${String(tablename)}`;
    const rows = await statements.query(`SELECT row_to_json(held)::text AS held FROM ${table} AS held`);
    if (rows.some(({ held }) => hasSecret(storm, String(held)))) found.push(`A secret is in the table ${table}`);
  }
  return found;
}

/** Tokens of all of GitHub's shapes, the app's key and its webhook secret. */
function hasSecret({ simulation: { github } }: Storm, text: string): boolean {
  return (
    /\b(?:gh[a-z]_\w{20,}|github_pat_\w+|eyJ\w{10,}\.\w+)|PRIVATE KEY/.test(text) ||
    text.includes(github.app.webhookSecret)
  );
}

function pullRequestsOf({ shops }: Stage): readonly PullRequest[] {
  return shops.flatMap(({ changes }) => changes.map(({ pullRequest }) => pullRequest));
}

function textsOf({ comments }: PullRequest | Issue): readonly string[] {
  return comments.map(({ body }) => body);
}

export function ownRuns({ shops, github }: Stage): readonly CheckRun[] {
  const suites = shops.flatMap(({ repository }) => [...repository.suites.values()].flat());
  return suites.filter(({ app }) => app.slug === github.state.app.slug).flatMap(({ runs }) => runs);
}

/** What a check that lets a merge pass may say: never that something failed. */
const founded = /^(?:Linked to #|Not asked: |Opted out, |Nothing is missing|No (?:problem is linked|hypothesis) yet)/;

function isUnfounded({ conclusion, output }: CheckRun): boolean {
  return (conclusion === "success" || conclusion === "skipped") && !founded.test(output.title ?? "");
}

/** A look that was under way at the close may still ask; one that began later may not. In milliseconds. */
const longestLook = 60_000;

function writtenAfterwards(stage: Stage, { state, closedAt, comments, number }: PullRequest): readonly string[] {
  if (state === "open" || closedAt === null) return [];
  const late = comments.filter(
    ({ author, body, createdAt }) =>
      author === stage.github.state.app.bot &&
      hasStickyMarker(body) &&
      Date.parse(createdAt) > Date.parse(closedAt) + longestLook,
  );
  return late.map(({ createdAt }) => `#${number} was closed at ${closedAt}, and commented on at ${createdAt}`);
}

/** With the token of one installation, a request into another's repository. */
function readElsewhere({ simulation: { github } }: Storm): readonly string[] {
  const logins = new Map(github.state.installations.map(({ id, account }) => [id, account.login]));
  const strange = github.requests.entries.filter(({ path, installationId }) => {
    const [, owner] = /^\/repos\/([^/]+)\//.exec(path) ?? [];
    return owner !== undefined && installationId !== null && logins.get(installationId) !== owner;
  });
  return strange.map(({ method, path, installationId }) => `${method} ${path} as installation ${installationId}`);
}
