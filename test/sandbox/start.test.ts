import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { repositoryNamed } from "../../src/sandbox/github/state/state.ts";
import type { PullRequest } from "../../src/sandbox/github/state/model.ts";
import { canary, product } from "../../src/sandbox/seed/cast.ts";
import { latestChecks, pullRequestsOf } from "../../src/sandbox/shown-items.ts";
import type { Sandbox } from "../../src/sandbox/start.ts";
import { startSandbox } from "../../src/sandbox/start.ts";
import { serve } from "../../src/serve.ts";
import { readSettings } from "../../src/settings.ts";
import { openTestStore } from "../support/store.ts";

const printed: string[] = [];
let sandbox: Sandbox;

beforeAll(async () => {
  const settings = readSettings({ PORT: "0", LOG_LEVEL: "fatal" });
  const database = await openTestStore();
  sandbox = await startSandbox({ settings, serveApp: serve, database, print: (line) => void printed.push(line) });
});

afterAll(async () => sandbox.stop());

/** Before the tests below change anything: they run in their order. */
describe("the sandbox at its start", () => {
  it.each([
    [7, "success", "copied last week's menu was merged with its hypothesis"],
    [8, "success", "the live list is linked and states a hypothesis"],
    [9, "neutral", "scaling names no problem"],
    [10, "neutral", "printing left the template as it was"],
    [11, "success", "folding inherits the hypothesis of a parent"],
    [12, "success", "counting once fixes a bug"],
    [13, "skipped", "the update is a bot's"],
    [14, "neutral", "the new machine is opted out"],
    [15, "neutral", "exact prices point to a private problem"],
    [16, "success", "the remembered step explores"],
    [17, "neutral", "refreshing has no hypothesis"],
    [18, "skipped", "the voice is a draft"],
    [19, "neutral", "half an egg points to a pull request"],
  ])("#%i is %s: %s", (number, conclusion) => {
    const runs = latestChecks(pullRequest(number));
    expect(runs.map((run) => run.conclusion)).toEqual([conclusion]);
    const line = printed.find((each) => each.startsWith(`#${number} `));
    expect(line).toContain(conclusion);
    expect(line).toContain(runs[0]?.output.title);
  });

  it("has asked once where something is missing, and nowhere else", () => {
    const items = [...repositoryNamed(sandbox.github.state, product).items.values()];
    const asked = items.filter(({ comments }) => comments.some(({ viaApp }) => viaApp));
    expect(asked.map(({ number }) => number)).toEqual([5, 9, 10, 17, 19]);
    expect(asked.every(({ comments }) => comments.filter(({ viaApp }) => viaApp).length === 1)).toBe(true);
  });

  it("follows up what was merged", () => {
    expect(pullRequest(7).labels.map(({ name }) => name)).toEqual(["outcome: pending"]);
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
    await send("/pull/9/edit", { title: "Let cooks scale a recipe", body, as: pullRequest(9).author.login });
    expect(latestChecks(pullRequest(9)).map(({ conclusion }) => conclusion)).toEqual(["success"]);
    expect(await read("/pull/9")).toContain("This comment was marked as resolved.");
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
    const before = titlesOf(8);
    await send("/configuration", { text: "mode: advise\nrulez: {}\n" });
    expect(titlesOf(8).join(" ")).toContain("line 2");
    await send("/configuration", { text: "{}\n" });
    expect(titlesOf(8)).toEqual(before);
  });

  it("never makes the app ask GitHub for something that GitHub would refuse", () => {
    expect(sandbox.github.violations).toEqual([]);
    expect(sandbox.github.bugs).toEqual([]);
  });
});

function pullRequest(number: number): PullRequest {
  const item = repositoryNamed(sandbox.github.state, product).items.get(number);
  if (item?.kind !== "PullRequest") throw new Error(`There is no pull request ${number}`);
  return item;
}

function titlesOf(number: number): (string | null)[] {
  return latestChecks(pullRequest(number)).map(({ output }) => output.title);
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
