import { describe, expect, it } from "vitest";
import { openPage } from "./open-page.ts";

type Page = ReturnType<typeof openPage>;

/** One comment of Bob's, who has no role, on a pull request of Ada's, who may do everything. */
function withComment() {
  const page = openPage();
  const comment = page.github.people.comment({ on: page.pullRequest, body: "/outcome check", by: "bob" });
  const act = (name: string, fields: Readonly<Record<string, string>>) =>
    page.send(`/acme/shop/pull/2/comment/${comment.id}/${name}`, fields);
  return { ...page, comment, act };
}

/** The check's part of the page, with the app's button on it. */
function withButton() {
  const page = openPage();
  const run = page.github.people.reportCheckAsAnotherApp({
    repository: page.shop,
    sha: page.pullRequest.head.oid,
    slug: "other",
    run: {
      name: "Outcome",
      conclusion: "neutral",
      actions: [{ label: "Check again", identifier: "recheck", description: "Looks at it once more" }],
    },
  });
  return { ...page, run };
}

function toldOf({ github }: Page, event: string): readonly string[] {
  return github.webhooks.deliveries.filter((each) => each.event === event).map(({ action }) => action ?? "");
}

describe("a comment on the page", () => {
  it("is written by whom the visitor chooses, and shown where the page leads to", async () => {
    const { pullRequest, send, github } = openPage();
    github.people.openIssue({ repository: pullRequest.repository, author: "pantry[bot]", title: "Update" });
    const answer = await send("/acme/shop/pull/2/comment", { body: "/outcome check", as: "pantry" });
    const [comment] = pullRequest.comments;
    expect(comment?.author).toMatchObject({ login: "pantry", kind: "Bot" });
    expect(answer.headers.get("location")).toBe(`/acme/shop/pull/2#comment-${comment?.id}`);
  });

  it("keeps its place in the address while the app is still at work", async () => {
    const { pullRequest, send } = openPage({ settled: "busy" });
    const answer = await send("/acme/shop/pull/2/comment", { body: "Hello" });
    expect(answer.headers.get("location")).toBe(`/acme/shop/pull/2?app=busy#comment-${pullRequest.comments[0]?.id}`);
  });

  it("is edited by its author, and then says so", async () => {
    const { comment, act, read } = withComment();
    expect((await act("edit", { body: "/outcome help", as: "bob" })).status).toBe(303);
    expect(comment.body).toBe("/outcome help");
    expect(await read("/acme/shop/pull/2")).toMatch(/· edited\s*<time/);
  });

  it("says who else edited it", async () => {
    const { act, read } = withComment();
    await act("edit", { body: "Something else", as: "ada" });
    expect(await read("/acme/shop/pull/2")).toContain("edited by ada");
  });

  it("is deleted, and the page tells that it was", async () => {
    const { pullRequest, act, read } = withComment();
    await act("delete", { as: "ada" });
    expect(pullRequest.comments).toEqual([]);
    expect(await read("/acme/shop/pull/2")).toContain("deleted a comment of bob");
  });

  it.each(["edit", "delete"])("takes no %s by somebody who may not", async (name) => {
    const { github, pullRequest, act } = withComment();
    github.people.comment({ on: pullRequest, body: "Me too", by: "eve" });
    expect((await act(name, { body: "Something else", as: "eve" })).status).toBe(422);
    expect(pullRequest.comments.map(({ body }) => body)).toEqual(["/outcome check", "Me too"]);
  });

  it("is not there to be changed once it was deleted, nor in another thread", async () => {
    const { comment, act, send } = withComment();
    expect((await send(`/acme/shop/issues/1/comment/${comment.id}/delete`, {})).status).toBe(404);
    await act("delete", {});
    expect((await act("delete", {})).status).toBe(404);
  });

  it("shows reactions by kind and number, and who they are of", async () => {
    const { github, comment, act, read } = withComment();
    github.people.react({ on: comment, by: "outcome-link", content: "+1" });
    await act("react", { content: "+1", as: "ada" });
    const page = await read("/acme/shop/pull/2");
    expect(page).toMatch(/title="outcome-link, ada reacted with \+1">👍 2</);
  });

  it("takes no reaction that GitHub does not have", async () => {
    const { comment, act } = withComment();
    expect((await act("react", { content: "shrug", as: "ada" })).status).toBe(422);
    expect(comment.reactions).toEqual([]);
  });

  it("may be a command that the visitor chose from the page", async () => {
    const { read } = openPage();
    const page = await read("/acme/shop/pull/2");
    const href = /href="(\/acme\/shop\/pull\/2\?comment=%2Foutcome%20help[^"]*)"/.exec(page)?.[1] ?? "";
    expect(await read(href)).toContain("\n/outcome help</textarea>");
  });

  it("draws a chosen text as text", async () => {
    const { read } = openPage();
    const page = await read(`/acme/shop/pull/2?comment=${encodeURIComponent("</textarea><script>")}`);
    expect(page).toContain("&lt;/textarea&gt;&lt;script&gt;</textarea>");
  });
});

describe("a description on the page", () => {
  it("shows reactions too", async () => {
    const { send, read } = openPage();
    await send("/acme/shop/issues/1/react", { content: "heart", as: "ada" });
    expect(await read("/acme/shop/issues/1")).toContain("❤️ 1");
  });
});

describe("the check's button", () => {
  it("is shown with its label, and pressed by whom the visitor chooses", async () => {
    const page = withButton();
    expect(await page.read("/acme/shop/pull/2")).toContain("Check again</button>");
    const fields = { run: String(page.run.id), identifier: "recheck", as: "ada" };
    const answer = await page.send("/acme/shop/pull/2/press", fields);
    expect(answer.headers.get("location")).toBe("/acme/shop/pull/2#checks");
  });

  it.each([
    ["a run that is not there", { run: "0", identifier: "recheck" }],
    ["a button that is not there", { identifier: "other" }],
  ])("is refused for %s", async (_, fields) => {
    const page = withButton();
    const answer = await page.send("/acme/shop/pull/2/press", { run: String(page.run.id), ...fields });
    expect(answer.status).toBe(422);
    expect(toldOf(page, "check_run")).not.toContain("requested_action");
  });
});
