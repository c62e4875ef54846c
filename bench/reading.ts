import { defaultConfig } from "../src/config/schema.ts";
import { desirePullRequest } from "../src/core/plan/desire-pull-request.ts";
import { planWrites } from "../src/core/plan/plan-writes.ts";
import { evaluate } from "../src/core/verdict/evaluate.ts";
import { gatherPullRequest } from "../src/sources/gather.ts";
import type { GitHubReader } from "../src/sources/ports.ts";
import { pullRequestReading } from "../test/support/readings.ts";
import { bodies } from "./bodies.ts";
import { type HostileText, steadyCost } from "./reading-cost.ts";
import { summarise } from "./summarise.ts";

const rounds = 100;
const now = new Date("2026-03-02T12:00:00Z");

/** A title that tells of trouble: then every picture, link and list below may be of it. */
const title = "The till crashes with an error";

/** What the statements, references and keys of a text cost, in all languages and for all trackers. */
export function measureTexts(): void {
  const rows = bodies().map(({ name, body }) => {
    const cost = (kind: HostileText["kind"]) => steadyCost({ kind, title, body, templates: [] }, 11).toFixed(1);
    return [name, { issue: cost("issue"), "pull request": cost("pull_request") }] as const;
  });
  process.stdout.write("\nA text read, in all languages and for all trackers (milliseconds of the thread, median)\n");
  console.table(Object.fromEntries(rows));
}

/** From the body's text to the planned writes, GitHub answering at once. */
export async function measureReading(): Promise<void> {
  const rows: Record<string, { readonly KiB: string; readonly median: string; readonly worst: string }> = {};
  for (const { name, body } of bodies()) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) times.push(await timeOne(body));
    // The first rounds warm the compiler, as the first minutes of a server do.
    const { median, worst } = summarise(times.slice(40));
    rows[name] = { KiB: (body.length / 1024).toFixed(0), median: median.toFixed(1), worst: worst.toFixed(1) };
  }
  process.stdout.write("\nA body evaluated, from its text to the planned writes (milliseconds)\n");
  console.table(rows);
}

async function timeOne(body: string): Promise<number> {
  const reading = pullRequestReading({ body });
  const started = performance.now();
  const around = {
    github: unread,
    known: { kind: "none" },
    now,
    configuredAt: null,
    webUrl: "https://github.com",
    heardIndex: { standing: refuse, refused: refuse, homeOf: refuse },
  } as const;
  const { facts, observed } = await gatherPullRequest(reading, defaultConfig, around);
  const verdict = evaluate(facts, defaultConfig);
  planWrites(observed, desirePullRequest(facts, verdict, { ...defaultConfig, sources: [] }), now);
  return performance.now() - started;
}

const refuse = () => Promise.reject(new Error("Nothing but references is read here"));

const unread: GitHubReader = {
  readPullRequest: refuse,
  readProblem: refuse,
  readReferences: async (asked) => asked.map((reference) => ({ kind: "unreadable", asked: reference })),
  hasAnswer: refuse,
  hasComment: refuse,
  readHeard: refuse,
  readLearnings: refuse,
  readRole: refuse,
  readPaths: refuse,
  readMerge: refuse,
  readConfiguration: refuse,
  readConfigurationChange: refuse,
  findRepository: refuse,
  holds: refuse,
  listOpenPullRequests: refuse,
  listOpenProblems: refuse,
  listRepositories: refuse,
  listPullRequestsOfCommit: refuse,
  readMergeGroup: refuse,
  readMergeGroupPlace: refuse,
  readMembers: refuse,
  readGroupRun: refuse,
  readRunOfCommit: refuse,
  readHead: refuse,
  listForSweep: refuse,
  findConfigured: refuse,
  readServed: refuse,
  findReleases: refuse,
  listMerged: refuse,
  listLabels: refuse,
  readReactions: refuse,
  findWords: refuse,
  readReverting: refuse,
  findMerged: refuse,
  findBoard: refuse,
  readBoard: refuse,
  readBoardFacts: refuse,
};
