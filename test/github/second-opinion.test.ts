import { Octokit } from "@octokit/rest";
import { afterEach, describe, expect, test } from "vitest";
import { connector } from "../../src/github/connect.ts";
import { readOwnApp } from "../../src/github/own-app.ts";
import { tokenSource } from "../../src/github/token-source.ts";
import { newKeys } from "../../src/sandbox/github/simulated-github.ts";
import type { Permissions } from "../../src/sandbox/github/state/model.ts";
import { failureOf } from "./support/clients.ts";
import { startEmulated } from "./support/emulated.ts";
import { receiveDeliveries } from "./support/receive-deliveries.ts";
import { startSimulated } from "./support/simulated.ts";
import type { StartWitness, Witness } from "./support/witness.ts";
import { app, shop, signedIn } from "./support/witness.ts";

// What this app believes of GitHub's REST and webhooks is told to two GitHubs that do not know of each other: the same
// requests of ours, the same answers expected of both. What only ours can do is tested in with-simulation.test.ts.

const granted = {
  checks: "write",
  contents: "read",
  issues: "write",
  metadata: "read",
  pull_requests: "write",
} as const;
const content = { conclusion: "neutral", title: "No problem linked", summary: "Table", text: "Paste" } as const;
const label = { name: "outcome: pending", color: "ededed", description: "Looked at later" };
const now = () => new Date();

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

interface Setting {
  readonly permissions?: Permissions;
  /** Of the endpoint; the app's own unless given. */
  readonly secret?: string;
}

/** The app, signed in as it is when served, in front of a GitHub in which ada opened a pull request. */
async function house(start: StartWitness, { permissions = granted, secret = app.webhookSecret }: Setting = {}) {
  const deliveries = await receiveDeliveries({ secret, ownLogin: `${app.slug}[bot]` });
  open.push(deliveries.close);
  const witness = await start({ permissions, target: deliveries.url });
  open.push(witness.close);
  const { number, headSha } = await witness.people.openPullRequest("Pay by card");
  const thread = { owner: shop.owner, name: shop.repo, number };
  const issue = { ...shop, issue_number: number };
  return { ...witness, ...(await connect(witness)), deliveries, thread, headSha, issue };
}

/** With `rest` to look at what was written, apart from the code that wrote it. */
async function connect({ url, installation }: Witness) {
  const probot = signedIn({ url });
  const asApp = () => probot.auth();
  const ownApp = async () => readOwnApp(await asApp());
  const connected = connector({ asApp, now, ownApp, apiUrl: url, graphqlUrl: undefined, enterpriseServer: false });
  const { token } = tokenSource({ asApp, installation, now });
  const { rest } = new Octokit({ baseUrl: url, auth: await token(), log: silent });
  return { asApp, ownApp, ...(await connected(installation)), rest };
}

/** Octokit would tell the console of what a test expects to fail. */
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

describe.each([
  ["emulate", startEmulated],
  ["our simulation", startSimulated],
] as const)("before %s", (_, start) => {
  test("the app signs in with its key and learns who it is", async () => {
    const { ownApp } = await house(start);
    expect(await ownApp()).toEqual({ id: app.id, slug: app.slug });
  });

  test("a check run is created, completed, and written over", async () => {
    const { writer, thread, headSha, rest } = await house(start);
    const list = async () => (await rest.checks.listForRef({ ...shop, ref: headSha, check_name: "Outcome" })).data;
    await writer.apply(thread, [{ kind: "create-check-run", headSha, content }]);
    const [run, ...others] = (await list()).check_runs;
    expect(others).toEqual([]);
    const output = { title: content.title, summary: content.summary, text: content.text };
    expect(run).toMatchObject({
      name: "Outcome",
      head_sha: headSha,
      status: "completed",
      conclusion: "neutral",
      output,
    });
    expect(run?.external_id).toBe(String(thread.number));
    expect(run?.completed_at).toBeTruthy();
    const better = { conclusion: "success", title: "Linked", summary: "Better", text: "" } as const;
    await writer.apply(thread, [{ kind: "update-check-run", id: run?.id ?? 0, content: better }]);
    const after = await list();
    expect(after.total_count).toBe(1);
    expect(after.check_runs[0]).toMatchObject({
      id: run?.id,
      conclusion: "success",
      output: { title: "Linked", text: "" },
    });
  });

  test("a comment is the bot's, is edited in place and deleted; what is gone already is no failure", async () => {
    const { writer, thread, rest, issue } = await house(start);
    const created: unknown[] = [];
    const observer = { before: async () => {}, after: async (__: unknown, one: unknown) => void created.push(one) };
    await writer.apply(thread, [{ kind: "create-comment", body: "Which problem?" }], observer);
    const [comment] = (await rest.issues.listComments(issue)).data;
    expect(comment).toMatchObject({ body: "Which problem?", user: { login: "outcome-link[bot]", type: "Bot" } });
    expect(created).toEqual([{ id: comment?.id, nodeId: comment?.node_id }]);
    const id = comment?.id ?? 0;
    await writer.apply(thread, [{ kind: "update-comment", id, body: "Thank you" }]);
    expect((await rest.issues.listComments(issue)).data).toMatchObject([{ id, body: "Thank you" }]);
    for (let times = 0; times < 2; times += 1) await writer.apply(thread, [{ kind: "delete-comment", id }]);
    await writer.apply(thread, [{ kind: "update-comment", id, body: "Too late" }]);
    expect((await rest.issues.listComments(issue)).data).toEqual([]);
  });

  test("a label is made, put on and taken off; one that is off already is no failure", async () => {
    const { writer, thread, rest, issue } = await house(start);
    const names = async () => (await rest.issues.listLabelsOnIssue(issue)).data.map((one) => one.name);
    const add = { kind: "add-label", name: label.name } as const;
    await writer.apply(thread, [{ kind: "create-label", label }, add, add]);
    expect((await rest.issues.getLabel({ ...shop, name: label.name })).data).toMatchObject(label);
    expect(await names()).toEqual([label.name]);
    const remove = { kind: "remove-label", name: label.name } as const;
    await writer.apply(thread, [remove, remove]);
    expect(await names()).toEqual([]);
  });

  test("what the installation did not grant is refused and told, and the rest is written", async () => {
    const permissions = { ...granted, issues: "read", pull_requests: "read" } as const;
    const { writer, thread, headSha, rest, issue } = await house(start, { permissions });
    const { refused } = await writer.apply(thread, [
      { kind: "create-comment", body: "Which problem?" },
      { kind: "create-label", label },
      { kind: "add-label", name: label.name },
      { kind: "create-check-run", headSha, content },
    ]);
    expect(refused.map((one) => one.write.kind)).toEqual(["create-comment", "create-label", "add-label"]);
    expect((await rest.issues.listComments(issue)).data).toEqual([]);
    expect((await rest.checks.listForRef({ ...shop, ref: headSha })).data.total_count).toBe(1);
  });

  test("a token has the permissions that were granted, for an hour", async () => {
    const witness = await house(start);
    const octokit = await witness.asApp();
    const { data } = await octokit.rest.apps.createInstallationAccessToken({ installation_id: witness.installation });
    expect(data).toMatchObject({ permissions: granted, repository_selection: "all" });
    const minutes = (Date.parse(data.expires_at) - Date.now()) / 60_000;
    expect(Math.round(minutes)).toBe(60);
  });

  test("no token is given to another's key, nor for an installation that is not there", async () => {
    const witness = await house(start);
    const connectAs = (installation: number, key?: string) => {
      const probot = signedIn(witness, key);
      const { ownApp, url: apiUrl } = witness;
      const options = { asApp: () => probot.auth(), now, ownApp, apiUrl, graphqlUrl: undefined };
      return connector({ ...options, enterpriseServer: false })(installation);
    };
    const place = { owner: shop.owner, name: shop.repo };
    for (const one of [connectAs(witness.installation, newKeys().privateKey), connectAs(999)]) {
      const { reader } = await one;
      expect(await failureOf(reader.readRole(place, "ada"))).toMatchObject({ kind: "no-token" });
    }
  });

  test("a blank comment, and a completed check run without a conclusion, are refused", async () => {
    const { rest, issue, headSha } = await house(start);
    await expect(rest.issues.createComment({ ...issue, body: " " })).rejects.toMatchObject({ status: 422 });
    const run = { ...shop, name: "Outcome", head_sha: headSha };
    await expect(rest.checks.create({ ...run, status: "completed" })).rejects.toMatchObject({ status: 422 });
    expect((await rest.checks.listForRef({ ...shop, ref: headSha })).data.total_count).toBe(0);
  });

  test("the app lists its installation", async () => {
    const witness = await house(start);
    const { rest } = await witness.asApp();
    const { data } = await rest.apps.listInstallations();
    expect(data).toMatchObject([{ id: witness.installation, app_id: app.id, account: { login: shop.owner } }]);
  });

  test("a repository that is not there is answered with 404", async () => {
    const { writer, thread } = await house(start);
    const writing = writer.apply({ ...thread, name: "nowhere" }, [{ kind: "create-comment", body: "Hello" }]);
    expect(await failureOf(writing)).toMatchObject({ kind: "status", status: 404 });
  });

  test("roles are read; a login that is nobody's has none", async () => {
    const { reader } = await house(start);
    const place = { owner: shop.owner, name: shop.repo };
    expect(await reader.readRole(place, "ada")).toBe("admin");
    expect(await reader.readRole(place, "nobody-at-all")).toBe("none");
  });

  test("signed webhooks of what people do ask for the jobs that they should", async () => {
    const { people, thread, installation, deliveries } = await house(start);
    const { number } = thread;
    await deliveries.next("opened", "pull_request");
    await people.editPullRequest(number, "Part of #2");
    await deliveries.next("edited", "pull_request");
    const issue = await people.openIssue("Cards are refused");
    await deliveries.next("opened", "issues");
    await people.editIssue(issue, "Since Monday");
    await deliveries.next("edited", "issues");
    await people.closePullRequest(number);
    await deliveries.next("closed", "pull_request");
    const repository = { id: expect.any(Number), owner: shop.owner, name: shop.repo };
    const reconcile = { kind: "reconcile-pull-request", installation, repository, number };
    const wake = { kind: "recheck-linked-pull-requests", installation, repository, number: issue };
    expect(deliveries.readings()).toMatchObject(
      [reconcile, reconcile, wake, wake, reconcile].map((job) => ({ kind: "jobs", jobs: [job] })),
    );
    expect(deliveries.refused()).toBe(0);
  });

  test("a re-run that somebody asks for is a look at the commit", async () => {
    const { people, writer, thread, headSha, rest, installation, deliveries } = await house(start);
    await writer.apply(thread, [{ kind: "create-check-run", headSha, content }]);
    const { data } = await rest.checks.listForRef({ ...shop, ref: headSha });
    await people.rerunCheck(data.check_runs[0]?.id ?? 0);
    await deliveries.next("rerequested", "check_run");
    const job = expect.objectContaining({ kind: "recheck-commit", installation, sha: headSha });
    expect(deliveries.readings()).toContainEqual({ kind: "jobs", jobs: [job] });
  });

  test("webhooks of our own writes ask for nothing", async () => {
    const { writer, thread, headSha, deliveries } = await house(start);
    await deliveries.next("opened", "pull_request");
    await writer.apply(thread, [{ kind: "create-check-run", headSha, content }]);
    await deliveries.next("created", "check_run");
    await writer.apply(thread, [{ kind: "create-comment", body: "Which problem?" }]);
    await deliveries.next("created", "issue_comment");
    await writer.apply(thread, [{ kind: "add-label", name: label.name }]);
    // GitHub tells of a pull request's labels as "pull_request", as its documentation says; emulate as "issues".
    await deliveries.next("labeled", "pull_request", "issues");
    const [opened, ...own] = deliveries.readings();
    expect(opened).toMatchObject({ kind: "jobs" });
    expect(own.filter((one) => one.kind !== "ignored")).toEqual([]);
  });

  test("a webhook that is signed with another secret is not taken", async () => {
    const { deliveries } = await house(start, { secret: "the secret of somebody else" });
    await deliveries.untilRefused();
    expect(deliveries.readings()).toEqual([]);
  });
});
