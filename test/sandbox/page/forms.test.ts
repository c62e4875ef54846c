import { describe, expect, it } from "vitest";
import { stateOf as shownState } from "../../../src/sandbox/page/icons.ts";
import { openPage } from "./open-page.ts";

function stateOf({ shop }: Page, number: number): string | undefined {
  const item = shop.items.get(number);
  return item && shownState(item);
}

type Page = ReturnType<typeof openPage>;

interface Case {
  readonly does: string;
  readonly path: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly look: (page: Page) => unknown;
  readonly finds: unknown;
}

describe("a form of the page", () => {
  it.each<Case>([
    {
      does: "edits a pull request",
      path: "/pull/2/edit",
      fields: { title: "New", body: "a\r\nb" },
      look: (p) => p.pullRequest.body,
      finds: "a\nb",
    },
    {
      does: "edits an issue",
      path: "/issues/1/edit",
      fields: { title: "New", body: "b" },
      look: (p) => p.issue.title,
      finds: "New",
    },
    {
      does: "comments",
      path: "/pull/2/comment",
      fields: { body: "Hello" },
      look: (p) => p.pullRequest.comments[0]?.body,
      finds: "Hello",
    },
    { does: "closes an issue", path: "/issues/1/close", look: (p) => p.issue.state, finds: "closed" },
    { does: "closes a pull request", path: "/pull/2/close", look: (p) => p.pullRequest.state, finds: "closed" },
    { does: "merges", path: "/pull/2/merge", look: (p) => p.pullRequest.mergedBy?.login, finds: "ada" },
    { does: "queues", path: "/pull/2/queue", look: (p) => p.shop.mergeGroups.length, finds: 1 },
    { does: "makes a draft", path: "/pull/2/draft", look: (p) => p.pullRequest.draft, finds: true },
    {
      does: "adds a label",
      path: "/issues/1/label",
      fields: { label: "problem" },
      look: (p) => p.issue.labels[0]?.name,
      finds: "problem",
    },
    {
      does: "links in the sidebar",
      path: "/pull/2/link",
      fields: { issue: "1" },
      look: (p) => p.pullRequest.developmentLinks.length,
      finds: 1,
    },
    {
      does: "opens an issue",
      path: "/issues/new",
      fields: { title: "Third", body: "" },
      look: (p) => p.shop.items.get(3)?.title,
      finds: "Third",
    },
    {
      does: "opens a draft",
      path: "/pulls/new",
      fields: { title: "T", body: "", draft: "yes" },
      look: (p) => stateOf(p, 3),
      finds: "draft",
    },
  ])("$does", async ({ path, fields = {}, look, finds }) => {
    const page = openPage();
    const answer = await page.send(`/acme/shop${path}`, fields);
    expect(answer.status).toBe(303);
    expect(look(page)).toEqual(finds);
  });

  it("lets three minutes pass", async () => {
    const { send, clock } = openPage();
    await send("/clock", {});
    expect(clock.skippedMs).toBe(180_000);
  });

  it("opens a pull request that takes back what was merged, and leads to it", async () => {
    const { github, pullRequest, send, read } = openPage();
    expect(await read("/acme/shop/pull/2")).not.toContain("/pull/2/revert");
    github.people.mergePullRequest({ pullRequest, by: "ada" });
    expect(await read("/acme/shop/pull/2")).toContain("/pull/2/revert");
    const answer = await send("/acme/shop/pull/2/revert", {});
    expect(answer.headers.get("location")).toBe("/acme/shop/pull/3");
    expect(await read("/acme/shop/pull/3")).toContain('Reverts <a href="/acme/shop/pull/2">acme/shop#2</a>');
  });

  it("pushes a commit", async () => {
    const { pullRequest, send } = openPage();
    const before = pullRequest.head.oid;
    await send("/acme/shop/pull/2/push", { message: "More" });
    expect(pullRequest.head.oid).not.toBe(before);
  });

  it("changes the configuration by a commit to the default branch, and can take it away", async () => {
    const { send, read } = openPage();
    await send("/acme/shop/configuration", { text: "mode: require\r\n" });
    expect(await read("/acme/shop/configuration")).toContain("mode: require\n</textarea>");
    await send("/acme/shop/configuration/remove", {});
    expect(await read("/acme/shop/configuration")).toContain("There is none here");
  });

  it("acts as the person who is chosen, and as nobody else", async () => {
    const { github, shop, pullRequest, send } = openPage();
    github.people.openIssue({ repository: shop, author: "bob", title: "x" });
    await send("/acme/shop/pull/2/edit", { title: "Take cards", body: "b", as: "bob" });
    expect(pullRequest.editor?.login).toBe("bob");
    const answer = await send("/acme/shop/pull/2/edit", { title: "Take cards", body: "c", as: "mallory" });
    expect(answer.status).toBe(422);
    expect(pullRequest.body).toBe("b");
  });

  it("is not taken from another site", async () => {
    const { pullRequest, send } = openPage();
    const answer = await send("/acme/shop/pull/2/close", {}, "https://example.com");
    expect(answer.status).toBe(403);
    expect(pullRequest.state).toBe("open");
  });

  it("says so when the app has not answered in time", async () => {
    const { send, read } = openPage({ settled: "busy" });
    const path = (await send("/acme/shop/pull/2/close", {})).headers.get("location") ?? "";
    expect(await read(path)).toContain("The app is still at work.");
  });

  it("says what the simulation refuses", async () => {
    const { send } = openPage();
    const answer = await send("/acme/shop/pull/2/unlabel", { label: "nothing" });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("has no label nothing");
  });
});

describe("the page", () => {
  it.each([
    "/acme/shop/pull/1",
    "/acme/shop/issues/2",
    "/acme/other/pulls",
    "/acme/shop/pull/99",
    "/acme/shop/pull/2/constructor",
  ])("has nothing at %s", async (path) => {
    const { get } = openPage();
    expect((await get(path)).status).toBe(404);
  });

  it.each([
    "/about",
    "/acme/shop/pulls",
    "/acme/shop/issues",
    "/acme/shop/pulls/new",
    "/acme/shop/issues/new",
    "/style.css",
  ])("shows %s", async (path) => {
    const { get } = openPage();
    expect((await get(path)).status).toBe(200);
  });

  it("opens with the pull requests of the first repository", async () => {
    const { get } = openPage();
    expect((await get("/")).headers.get("location")).toBe("/acme/shop/pulls");
  });

  it("leads from what it says of itself back to the repository", async () => {
    const { read } = openPage();
    expect(await read("/about")).toContain('href="/acme/shop/pulls"');
  });

  it("shows which issues are pinned", async () => {
    const { github, issue, read } = openPage();
    expect(await read("/acme/shop/issues")).not.toContain("pinned");
    github.people.pinIssue({ issue });
    expect(await read("/acme/shop/issues")).toContain("pinned");
  });

  it("folds a chart that GitHub draws, and no other code", async () => {
    const { github, shop, read } = openPage();
    github.people.openIssue({
      repository: shop,
      author: "ada",
      title: "x",
      body: "```mermaid\ngantt\n```\n\n```text\nplain\n```",
    });
    const page = await read("/acme/shop/issues/3");
    expect(page).toMatch(/<summary>A chart, which GitHub draws[^<]*<\/summary><pre><code[^>]*>gantt\n/);
    expect(page.match(/A chart, which GitHub draws/g)).toHaveLength(1);
  });

  it("folds a hidden comment, with the reason", async () => {
    const { github, pullRequest, read } = openPage();
    const comment = github.people.comment({ on: pullRequest, body: "Was asked", by: "ada" });
    github.people.hideComment({ comment, reason: "resolved", by: "ada" });
    const page = await read("/acme/shop/pull/2");
    expect(page).toMatch(/<details class="box comment hidden-comment"[^>]*>/);
    expect(page).toContain("This comment was marked as resolved.");
  });
});
