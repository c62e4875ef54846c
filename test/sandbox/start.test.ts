import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { repositoryNamed } from "../../src/sandbox/github/state/state.ts";
import type { Issue, IssueComment, PullRequest } from "../../src/sandbox/github/state/model.ts";
import { canary, cook, passerBy, product } from "../../src/sandbox/seed/cast.ts";
import { latestChecks, pullRequestsOf } from "../../src/sandbox/shown-items.ts";
import type { Sandbox } from "../../src/sandbox/start.ts";
import { startSandbox } from "../../src/sandbox/start.ts";
import { serve } from "../../src/serve.ts";
import { readSettings } from "../../src/settings.ts";
import { openTestStore } from "../support/store.ts";

const printed: string[] = [];
const print = (line: string) => void printed.push(line);
let sandbox: Sandbox;

beforeAll(async () => {
  const settings = readSettings({ PORT: "0", LOG_LEVEL: "fatal" });
  const database = await openTestStore();
  // All that the app makes of an act is awaited, however slow the machine is.
  sandbox = await startSandbox({ settings, serveApp: serve, database, patienceMs: 60_000, print });
});

afterAll(async () => sandbox.stop());

/** Before the tests below change anything: they run in their order. */
describe("the sandbox at its start", () => {
  it.each([
    [17, "success", "copied last week's menu was merged with its hypothesis"],
    [18, "success", "the live list is linked and states a hypothesis"],
    [19, "neutral", "scaling names no problem"],
    [20, "neutral", "printing left the template as it was"],
    [21, "success", "folding inherits the hypothesis of a parent"],
    [22, "success", "counting once fixes a bug"],
    [23, "skipped", "the update is a bot's"],
    [24, "neutral", "the new machine is opted out"],
    [25, "neutral", "exact prices point to a private problem"],
    [26, "success", "the remembered step explores"],
    [27, "neutral", "refreshing has no hypothesis"],
    [28, "skipped", "the voice is a draft"],
    [29, "neutral", "half an egg points to a pull request"],
    [30, "success", "sorting has its problem from a comment"],
    [31, "success", "keeping awake has its hypothesis from a comment"],
    [32, "neutral", "the renamed week is opted out in a comment"],
    [33, "success", "the seven days fix a bug, whatever was mistyped below"],
    [34, "success", "one number states everything in a block"],
    [35, "neutral", "the dark theme names no problem"],
  ])("#%i is %s: %s", (number, conclusion) => {
    const runs = latestChecks(pullRequest(number));
    expect(runs.map((run) => run.conclusion)).toEqual([conclusion]);
    const line = printed.find((each) => each.startsWith(`#${number} `));
    expect(line).toContain(conclusion);
    expect(line).toContain(runs[0]?.output.title);
  });

  it("has asked once where something is missing, and nowhere else", () => {
    const items = [...repositoryNamed(sandbox.github.state, product).items.values()];
    const asked = items.filter((item) => said(item, "asked").length > 0);
    expect(asked.map(({ number }) => number)).toEqual([5, 6, 8, 19, 20, 27, 29, 35]);
    expect(asked.filter((item) => said(item, "asked").length > 1)).toEqual([]);
  });

  it("suggests the problem that looks related, and none where it is not sure", () => {
    const suggestions = [19, 29, 35].map((number) => {
      const [asked] = said(pullRequest(number), "asked");
      return /`(Part of #\d+)`: /.exec(asked?.body ?? "")?.[1];
    });
    expect(suggestions).toEqual([undefined, undefined, "Part of #8"]);
  });

  it("has answered the command that it did not understand in words, and those that it followed with a thumb", () => {
    expect([30, 31, 32, 33].map((number) => said(pullRequest(number), "answered").length)).toEqual([0, 0, 0, 1]);
    const thumbs = [30, 31, 32].map((number) => pullRequest(number).comments.flatMap(reactionsOf));
    expect(thumbs).toEqual([["+1"], ["+1"], ["+1"]]);
  });

  it("follows up what was merged", () => {
    expect([17, 22, 26].map(labelsOf)).toEqual([["outcome: due"], ["outcome: validated"], ["outcome: pending"]]);
    const items = [...repositoryNamed(sandbox.github.state, product).items.values()];
    expect(items.filter((item) => said(item, "followed-up").length > 0).map(({ number }) => number)).toEqual([2]);
  });

  it("has written nothing of the private problem in a public place", () => {
    const shop = repositoryNamed(sandbox.github.state, product);
    const comments = [...shop.items.values()].flatMap((item) => item.comments.map(({ body }) => body));
    const checks = pullRequestsOf(shop)
      .flatMap(latestChecks)
      .map(({ output }) => JSON.stringify(output));
    expect([...comments, ...checks].join("\n")).not.toContain(canary);
  });

  it("ends its list with the address to open", async () => {
    expect(printed.at(-1)).toBe(`\nOpen ${sandbox.url}`);
    expect((await fetch(`${sandbox.url}/`)).status).toBe(200);
  });
});

describe("a visitor of the sandbox", () => {
  it("answers what was asked, and sees the check pass and the comment hidden", async () => {
    const body = `Part of #1

We believe amounts that follow the table, for households of one, will let them finish what they cook because nothing is left over.`;
    await send("/pull/19/edit", { title: "Let cooks scale a recipe", body, as: pullRequest(19).author.login });
    expect(latestChecks(pullRequest(19)).map(({ conclusion }) => conclusion)).toEqual(["success"]);
    expect(await read("/pull/19")).toContain("This comment was marked as resolved.");
  });

  it("opens a pull request, and is asked only after the grace", async () => {
    const path = await send("/pulls/new", { title: "Weigh flour in cups", body: "For bakers." });
    const opened = pullRequest(Number(path.split("/").at(-1)));
    expect(latestChecks(opened).map(({ conclusion }) => conclusion)).toEqual(["neutral"]);
    expect(opened.comments).toEqual([]);
    await post(`${sandbox.url}/clock`, {});
    expect(opened.comments.map(({ viaApp }) => viaApp)).toEqual([true]);
  });

  it("breaks the configuration, and each check says where", async () => {
    await send("/configuration", { text: "{}\n" });
    const before = titlesOf(18);
    await send("/configuration", { text: "mode: advise\nrulez: {}\n" });
    expect(titlesOf(18).join(" ")).toContain("line 2");
    await send("/configuration", { text: "{}\n" });
    expect(titlesOf(18)).toEqual(before);
  });

  it("says in a comment what is believed, sees it count, and takes it back by deleting the comment", async () => {
    expect(conclusionsOf(27)).toEqual(["neutral"]);
    const hypothesis =
      "We believe a fresh list for couples will spare them double purchases because both see the same.";
    const comment = await say(27, { body: `/outcome hypothesis ${hypothesis}`, as: pullRequest(27).author.login });
    expect(conclusionsOf(27)).toEqual(["success"]);
    expect(await read("/pull/27")).toMatch(/reacted with \+1">👍 1</);
    await send(`/pull/27/${comment}/delete`, { as: pullRequest(27).author.login });
    expect(conclusionsOf(27)).toEqual(["neutral"]);
  });

  it("loses what a comment said by editing it", async () => {
    const comment = await say(29, { body: "/outcome skip Half an egg is nobody's problem.", as: passerBy });
    expect(titlesOf(29)).toEqual(["Opted out, with a reason"]);
    await send(`/pull/29/${comment}/edit`, { body: "/outcome skip Half an egg is for breakfast.", as: passerBy });
    expect(titlesOf(29)).toEqual(["No problem is linked yet"]);
  });

  it("is told in words what somebody may not do, and why a mistyped command did nothing", async () => {
    await say(20, { body: "/outcome link #7", as: passerBy });
    await say(20, { body: "/outcome lnik #7", as: pullRequest(20).author.login });
    const words = said(pullRequest(20), "answered").map(({ body }) => body);
    expect(words).toEqual([expect.stringContaining("was not done"), expect.stringContaining("Did you mean")]);
    expect(conclusionsOf(20)).toEqual(["neutral"]);
  });

  it("gets no answer as a bot", async () => {
    const before = pullRequest(23).comments.length;
    const comment = await say(23, { body: "/outcome help", as: "pantry-updates" });
    const given = pullRequest(23).comments.slice(before);
    expect(given.map((each) => [`comment/${each.id}`, each.reactions.length])).toEqual([[comment, 0]]);
  });

  it("presses the check's button, and what changed without a word to the app is seen", async () => {
    await send("/pull/20/link", { issue: "7" });
    expect(titlesOf(20)).toEqual(["No problem is linked yet"]);
    const [run] = latestChecks(pullRequest(20));
    const button = { run: String(run?.id), identifier: run?.actions[0]?.identifier ?? "" };
    await send("/pull/20/press", { ...button, as: passerBy });
    expect(titlesOf(20)).toEqual(["No problem is linked yet"]);
    await send("/pull/20/press", { ...button, as: pullRequest(20).author.login });
    expect(titlesOf(20)[0]).toContain("Linked to #7");
  });

  it("answers the question about merged work in a comment, and sees the labels change", async () => {
    await send("/issues/2/comment", { body: "/outcome invalidated They copied once, and never again.", as: cook });
    expect([2, 17].map(labelsOf)).toEqual([["feature", "outcome: invalidated"], ["outcome: invalidated"]]);
    expect(await read("/issues/2")).toContain("They copied once, and never again.");
  });

  it("lets the time pass until the next question, and is led to it", async () => {
    expect(await post(`${sandbox.url}/clock/due`, {})).toContain("/issues/5#comment-");
    expect(said(itemAt(5), "followed-up")).toHaveLength(1);
    expect(labelsOf(26)).toEqual(["outcome: due"]);
  });

  it("takes the label off the problem, and sees it go from what was merged for it", async () => {
    await send("/issues/5/unlabel", { label: "outcome: due" });
    expect([5, 26].map(labelsOf)).toEqual([["problem"], []]);
  });

  it("never makes the app ask GitHub for something that GitHub would refuse", () => {
    expect(sandbox.github.violations).toEqual([]);
    expect(sandbox.github.bugs).toEqual([]);
  });
});

type Said = "asked" | "answered" | "followed-up";

/** What the app wrote there: what it asks is edited in place, what it answers stands below a command. */
function said({ comments }: Issue | PullRequest, kind: Said): readonly IssueComment[] {
  return comments.filter((comment) => comment.viaApp && kindOf(comment) === kind);
}

function kindOf({ body }: IssueComment): Said {
  if (body.includes("<!-- outcome-link:answer ")) return "answered";
  return /<!-- outcome-link:(?:question|reminder) -->/.test(body) ? "followed-up" : "asked";
}

function reactionsOf({ reactions }: IssueComment): readonly string[] {
  return reactions.filter(({ user }) => user.kind === "Bot").map(({ content }) => content);
}

function pullRequest(number: number): PullRequest {
  const item = itemAt(number);
  if (item.kind !== "PullRequest") throw new Error(`#${number} is no pull request`);
  return item;
}

function itemAt(number: number): Issue | PullRequest {
  const item = repositoryNamed(sandbox.github.state, product).items.get(number);
  if (item === undefined) throw new Error(`There is no #${number}`);
  return item;
}

const labelsOf = (number: number) => itemAt(number).labels.map(({ name }) => name);

function titlesOf(number: number): (string | null)[] {
  return latestChecks(pullRequest(number)).map(({ output }) => output.title);
}

function conclusionsOf(number: number): (string | null)[] {
  return latestChecks(pullRequest(number)).map(({ conclusion }) => conclusion);
}

/** Where the forms of the new comment lead to, below its thread. */
async function say(number: number, fields: Readonly<Record<string, string>>): Promise<string> {
  const path = await send(`/pull/${number}/comment`, fields);
  return `comment/${path.split("#comment-").at(-1)}`;
}

async function read(path: string): Promise<string> {
  return (await fetch(`${sandbox.url}/${product}${path}`)).text();
}

async function send(path: string, fields: Readonly<Record<string, string>>): Promise<string> {
  return post(`${sandbox.url}/${product}${path}`, fields);
}

/** Where the page leads afterwards, which is when the app has answered. */
async function post(url: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const body = new URLSearchParams(fields);
  const answer = await fetch(url, { method: "POST", body, headers: { origin: sandbox.url }, redirect: "manual" });
  expect(answer.status).toBe(303);
  return answer.headers.get("location") ?? "";
}
