import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import nock from "nock";
import { Probot, ProbotOctokit } from "probot";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import outcomeLink from "../src/app.ts";
import { answerFrom, api, paged } from "./github/support/graphql-answers.ts";
import { stayOffline } from "./github/support/offline.ts";
import { makeStore } from "./support/served-process.ts";
import { branch, commit, issue, only, pullRequest, repository } from "./github/support/things.ts";

stayOffline();

let probot: Probot;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "outcome-link-"));
  await makeStore({ DATA_DIR: folder });
  probot = await newProbot();
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

const sha = "a".repeat(40);

/** Probot as its users make it, with the app loaded and its store in a folder of this test. */
async function newProbot(): Promise<Probot> {
  vi.stubEnv("DATA_DIR", folder);
  vi.stubEnv("GITHUB_API_URL", api);
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const Octokit = ProbotOctokit.defaults((options: { throttle?: object }) => ({
    ...options,
    retry: { enabled: false },
    throttle: { ...options.throttle, enabled: false },
  }));
  const made = new Probot({
    appId: 99,
    privateKey,
    secret: "a long secret",
    baseUrl: api,
    Octokit,
    logLevel: "fatal",
  });
  await made.load(outcomeLink);
  return made;
}

/** An edited pull request, as Probot hands it to an app. */
async function receive(id: string): Promise<void> {
  const payload = {
    action: "edited",
    installation: { id: 5 },
    repository: { id: 500, name: "shop", owner: { login: "acme" } },
    pull_request: { number: 7 },
    sender: { login: "alice", type: "User" },
  };
  const event = { id, name: "pull_request", payload };
  if (isEvent(event)) await probot.receive(event);
}

/** Probot's types want whole payloads; the app reads these few fields. */
function isEvent(event: object): event is Parameters<Probot["receive"]>[0] {
  return "payload" in event;
}

const configuration = { __typename: "Blob", oid: "b".repeat(40), text: "{}", byteSize: 2, isTruncated: false };

/** Its configuration is that of the default branch. */
const head = commit({
  file: ({ path }: { path: string }) =>
    path.endsWith("outcome.yml") ? { oid: configuration.oid, type: "blob" } : null,
});

/** The configuration `{}` landed long before the pull requests. */
function githubWith(pullRequests: Readonly<Record<number, object>>): void {
  const landed = { oid: "c".repeat(40), committedDate: "2024-01-01T00:00:00Z", associatedPullRequests: paged([]) };
  const found = repository({
    object: ({ expression }: { expression: string }) =>
      expression.endsWith("outcome.yml")
        ? { __typename: "Blob", oid: "b".repeat(40), text: "{}", byteSize: 2, isTruncated: false }
        : null,
    defaultBranchRef: branch({ ".github/outcome.yml": [landed] }),
    pullRequest: ({ number }: { number: number }) => pullRequests[number] ?? null,
    labels: paged([]),
  });
  answerFrom({ repository: only(found) });
  nock(api).persist().get("/app").reply(200, { id: 99, slug: "outcome-link" });
  nock(api)
    .persist()
    .post("/app/installations/5/access_tokens")
    .reply(201, { token: "ghs_test", expires_at: "2099-01-01T00:00:00Z", permissions: {} });
}

interface Written {
  readonly path: string;
  readonly body: unknown;
}

/** Takes every write and remembers it. */
function recordWrites(): readonly Written[] {
  const written: Written[] = [];
  const remember = (path: string, status: number, answer: object) =>
    nock(api)
      .post(path)
      .reply(async (request: Request) => {
        written.push({ path, body: await request.json() });
        return [status, answer];
      });
  remember("/repos/acme/shop/check-runs", 201, { id: 1 });
  remember("/repos/acme/shop/issues/7/comments", 201, { id: 2, node_id: "IC_2" });
  remember("/repos/acme/shop/labels", 201, { id: 3 });
  remember("/repos/acme/shop/issues/7/labels", 200, []);
  return written;
}

test("a delivery that Probot receives ends as check and comment on GitHub", async () => {
  githubWith({ 7: pullRequest({ body: "Faster.", commits: paged([{ commit: head }]) }) });
  const written = recordWrites();
  await receive("1");
  await expect.poll(() => written).toHaveLength(2);
  expect(written).toMatchObject([
    { path: "/repos/acme/shop/check-runs", body: { name: "Outcome", head_sha: sha, conclusion: "neutral" } },
    { path: "/repos/acme/shop/issues/7/comments", body: { body: expect.stringContaining("Part of #ISSUE") } },
  ]);
});

test("a merged pull request with a problem gets its final check and the label, which is made first", async () => {
  const merged = {
    state: "MERGED",
    mergedAt: "2025-02-02T10:00:00Z",
    body: "We believe this for cooks will save time.",
  };
  githubWith({ 7: pullRequest({ ...merged, closingIssuesReferences: paged([issue()]) }) });
  const written = recordWrites();
  await receive("2");
  await expect.poll(() => written).toHaveLength(3);
  expect(written).toMatchObject([
    {
      path: "/repos/acme/shop/check-runs",
      body: { conclusion: "success", output: { title: expect.stringContaining("follow-up due 16 February 2025") } },
    },
    { path: "/repos/acme/shop/labels", body: { name: "outcome: pending" } },
    { path: "/repos/acme/shop/issues/7/labels", body: { labels: ["outcome: pending"] } },
  ]);
});
