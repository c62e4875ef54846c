import { describe, expect, it } from "vitest";
import { endpoints } from "../../../src/sandbox/github/description.ts";
import { operations } from "../../../src/sandbox/github/rest/operations.ts";
import { openPullRequest, smallGitHub } from "./small-github.ts";

const place = { owner: "acme", repo: "shop" };

it("answers every operation that the committed slice describes, and no other", () => {
  expect(operations.map((each) => each.id).toSorted()).toEqual(endpoints.map((each) => each.id).toSorted());
});

/** Octokit's types would refuse what these tests send. */
const untyped: string = "POST /repos/{owner}/{repo}/check-runs";

describe("a request that GitHub's description refuses", () => {
  it.each([
    ["an unknown conclusion", { conclusion: "splendid" }],
    ["a summary above 65,535 characters", { output: { title: "t", summary: "x".repeat(65_536) } }],
    [
      "51 annotations",
      {
        output: {
          title: "t",
          summary: "s",
          annotations: Array.from({ length: 51 }, (_, line) => ({
            path: "a",
            start_line: line + 1,
            end_line: line + 1,
            annotation_level: "notice",
            message: "m",
          })),
        },
      },
    ],
    ["four buttons", { actions: Array.from({ length: 4 }, () => ({ label: "l", description: "d", identifier: "i" })) }],
    [
      "a button's label above 20 characters",
      { actions: [{ label: "x".repeat(21), description: "d", identifier: "i" }] },
    ],
  ])("is answered 422 and recorded: a check run with %s", async (_, extra) => {
    const small = await smallGitHub();
    const pullRequest = openPullRequest(small);
    const asked = small.octokit.request(untyped, {
      ...place,
      name: "Outcome",
      head_sha: pullRequest.head.oid,
      status: "completed",
      conclusion: "neutral",
      ...extra,
    });
    await expect(asked).rejects.toMatchObject({ status: 422 });
    expect(small.github.violations[0]).toMatchObject({ operation: "checks/create" });
    expect(small.shop.suites.get(pullRequest.head.oid)?.[0]?.runs).toEqual([]);
  });

  it("is answered 422 for a comment above 65,536 characters", async () => {
    const small = await smallGitHub();
    const { number } = openPullRequest(small);
    const write = (body: string) => small.octokit.rest.issues.createComment({ ...place, issue_number: number, body });
    await expect(write("x".repeat(65_537))).rejects.toMatchObject({ status: 422 });
    await expect(write("x".repeat(65_536))).resolves.toMatchObject({ status: 201 });
  });
});

describe("pages", () => {
  it("gives 30 a page with links, and the 101st comment on the fourth page", async () => {
    const small = await smallGitHub();
    const pullRequest = openPullRequest(small);
    for (let count = 1; count <= 101; count += 1) {
      small.github.people.comment({ on: pullRequest, body: `Comment ${count}`, by: "ada" });
    }
    const list = (page: number) =>
      small.octokit.rest.issues.listComments({ ...place, issue_number: pullRequest.number, page });
    const first = await list(1);
    expect(first.data).toHaveLength(30);
    expect(first.headers.link).toMatch(/page=2>; rel="next".*page=4>; rel="last"/);
    const last = await list(4);
    expect(last.data.map((each) => each.body)).toEqual(
      Array.from({ length: 11 }, (_, index) => `Comment ${91 + index}`),
    );
    expect(last.headers.link).not.toContain(`rel="next"`);
  });

  it("are followed to the end by Octokit, 100 at a time", async () => {
    const small = await smallGitHub();
    const pullRequest = openPullRequest(small);
    for (let count = 1; count <= 101; count += 1) {
      small.github.people.comment({ on: pullRequest, body: "Hello", by: "ada" });
    }
    const { listComments } = small.octokit.rest.issues;
    const all = await small.octokit.paginate(listComments, {
      ...place,
      issue_number: pullRequest.number,
      per_page: 100,
    });
    expect(all).toHaveLength(101);
    expect(small.github.requests.of("read")).toHaveLength(2);
  });
});

describe("what became of an issue", () => {
  it("is 404 for one that never was, 410 for a deleted one, 301 for a moved one", async () => {
    const small = await smallGitHub();
    const { people } = small.github;
    const help = people.createRepository({ name: "acme/help" });
    const [deleted, moved] = ["a", "b"].map((title) =>
      people.openIssue({ repository: small.shop, author: "ada", title }),
    );
    if (deleted === undefined || moved === undefined) throw new Error("Two issues were opened");
    people.deleteIssue({ issue: deleted, by: "ada" });
    const issue = people.transferIssue({ issue: moved, to: help, by: "ada" });
    const get = async (path: number | string) => {
      const headers = { authorization: `token ${await token(small)}` };
      return fetch(`${small.url}/repos/acme/shop/issues/${path}`, { headers, redirect: "manual" });
    };
    expect((await get(99)).status).toBe(404);
    expect((await get(deleted.number)).status).toBe(410);
    const answer = await get(moved.number);
    expect(answer.status).toBe(301);
    expect(answer.headers.get("location")).toBe(`${small.url}/repos/acme/help/issues/${issue.number}`);
    expect((await get(`${moved.number}/comments`)).status).toBe(404);
  });

  it("is hidden when it moved out of sight", async () => {
    const small = await smallGitHub();
    const { people } = small.github;
    const issue = people.openIssue({ repository: small.shop, author: "ada", title: "a" });
    people.createRepository({ name: "rival/secret", visibility: "private" });
    people.transferIssue({ issue, to: "rival/secret", by: "ada" });
    await expect(small.octokit.rest.issues.get({ ...place, issue_number: 1 })).rejects.toMatchObject({ status: 404 });
  });

  it("is told apart from a pull request by its pull_request key", async () => {
    const small = await smallGitHub();
    const { number } = openPullRequest(small);
    const { data } = await small.octokit.rest.issues.get({ ...place, issue_number: number });
    expect(data.pull_request).toMatchObject({ url: `${small.url}/repos/acme/shop/pulls/${number}` });
  });
});

it("redirects a renamed repository: a read by 301, a write by 307, and Octokit follows both", async () => {
  const small = await smallGitHub();
  const issue = small.github.people.openIssue({ repository: small.shop, author: "ada", title: "a" });
  small.github.people.renameRepository({ repository: small.shop, name: "store", by: "ada" });
  const { data } = await small.octokit.rest.repos.get(place);
  expect(data.full_name).toBe("acme/store");
  await small.octokit.rest.issues.createComment({ ...place, issue_number: issue.number, body: "Hello" });
  expect(issue.comments).toHaveLength(1);
  const statuses = small.github.requests.entries.slice(1).map(({ method, status }) => [method, status]);
  expect(statuses).toEqual([
    ["GET", 301],
    ["GET", 200],
    ["POST", 307],
    ["POST", 201],
  ]);
});

it("refuses a token after its hour", async () => {
  let now = new Date("2026-03-02T09:00:00Z");
  const small = await smallGitHub({ now: () => now });
  const headers = { authorization: `token ${await token(small)}` };
  const get = () => fetch(`${small.url}/repos/acme/shop`, { headers });
  expect((await get()).status).toBe(200);
  now = new Date("2026-03-02T10:00:01Z");
  expect((await get()).status).toBe(401);
});

describe("check runs", () => {
  it("shows the newest of a name, all of them when asked, and another app's beside it", async () => {
    const small = await smallGitHub();
    const { head } = openPullRequest(small);
    const run = { ...place, name: "Outcome", head_sha: head.oid };
    await small.octokit.rest.checks.create({ ...run, conclusion: "failure" });
    await small.octokit.rest.checks.create({ ...run, conclusion: "success" });
    small.github.people.reportCheckAsAnotherApp({
      repository: small.shop,
      sha: head.oid,
      slug: "forger",
      run: { name: "Outcome", conclusion: "success" },
    });
    const list = (filter: "latest" | "all", app_id?: number) =>
      small.octokit.rest.checks.listForRef({
        ...place,
        ref: head.oid,
        filter,
        ...(app_id === undefined ? {} : { app_id }),
      });
    expect((await list("latest", 77)).data.check_runs.map((each) => each.conclusion)).toEqual(["success"]);
    expect((await list("all", 77)).data.total_count).toBe(2);
    expect((await list("latest")).data.total_count).toBe(2);
  });

  it("appends annotations on an update", async () => {
    const small = await smallGitHub();
    const { head } = openPullRequest(small);
    const annotation = { path: "a", start_line: 1, end_line: 1, annotation_level: "notice", message: "m" } as const;
    const output = { title: "t", summary: "s", annotations: [annotation] };
    const { data } = await small.octokit.rest.checks.create({ ...place, name: "Outcome", head_sha: head.oid, output });
    const updated = await small.octokit.rest.checks.update({ ...place, check_run_id: data.id, output });
    expect(updated.data.output.annotations_count).toBe(2);
  });
});

it("gives releases newest first over REST and GraphQL", async () => {
  const small = await smallGitHub();
  for (const tag of ["v1", "v2"]) small.github.people.publishRelease({ repository: small.shop, tag, by: "ada" });
  small.github.people.publishRelease({ repository: small.shop, tag: "v3-rc", isPrerelease: true, by: "ada" });
  const tags = (await small.octokit.rest.repos.listReleases(place)).data.map((each) => each.tag_name);
  expect(tags).toEqual(["v3-rc", "v2", "v1"]);
  expect((await small.octokit.rest.repos.getLatestRelease(place)).data.tag_name).toBe("v2");
  const query = `{ repository(owner: "acme", name: "shop") { releases(first: 1) { nodes { tagName tagCommit { oid } } } } }`;
  await expect(small.octokit.graphql(query)).resolves.toMatchObject({
    repository: { releases: { nodes: [{ tagName: "v3-rc", tagCommit: { oid: small.shop.branches.get("main") } }] } },
  });
});

it("reads a file, a folder and a missing path", async () => {
  const small = await smallGitHub();
  small.github.people.commitFiles({ repository: small.shop, by: "ada", files: { ".github/outcome.yml": "{}\n" } });
  const get = (path: string) => small.octokit.rest.repos.getContent({ ...place, path });
  expect((await get(".github/outcome.yml")).data).toMatchObject({
    content: Buffer.from("{}\n").toString("base64"),
    encoding: "base64",
  });
  expect((await get(".github")).data).toMatchObject([{ name: "outcome.yml", type: "file" }]);
  await expect(get(".github/nothing.yml")).rejects.toMatchObject({ status: 404 });
});

async function token(small: Awaited<ReturnType<typeof smallGitHub>>): Promise<string> {
  const app = await small.probot.auth();
  const { data } = await app.rest.apps.createInstallationAccessToken({ installation_id: small.installation.id });
  return data.token;
}

it("finds a repository by its id, whatever has its name by now", async () => {
  const small = await smallGitHub();
  const { people } = small.github;
  people.renameRepository({ repository: small.shop, name: "store", by: "ada" });
  const fresh = people.createRepository({ name: "acme/shop" });
  const nameOf = async (id: number) => (await small.octokit.request("GET /repositories/{id}", { id })).data;
  expect(await nameOf(small.shop.id)).toMatchObject({ id: small.shop.id, full_name: "acme/store" });
  expect(await nameOf(fresh.id)).toMatchObject({ id: fresh.id, full_name: "acme/shop" });
  people.deleteRepository(fresh);
  people.renameRepository({ repository: small.shop, name: "shop", by: "ada" });
  await expect(nameOf(fresh.id)).rejects.toMatchObject({ status: 404 });
});
