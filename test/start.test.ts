import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { PullRequest } from "../src/sandbox/github/state/model.ts";
import { latestChecks } from "../src/sandbox/shown-items.ts";
import { createSimulatedGitHub } from "../src/sandbox/github/simulated-github.ts";
import { webhookPath } from "../src/server/webhook-endpoint.ts";
import { isGroupAlive, startProcess } from "./support/start-process.ts";

/** The start itself, so the store is made as well: slow on a busy machine. In milliseconds. */
const patience = { timeout: 20_000, interval: 50 };

const permissions = {
  checks: "write",
  contents: "read",
  issues: "write",
  metadata: "read",
  pull_requests: "write",
} as const;

/** A GitHub with a configured shop, and the variables that an operator would set for it. */
async function githubWithShop() {
  const app = { id: 4711, slug: "outcome-link", webhookSecret: "a secret that is long enough for GitHub", permissions };
  const github = createSimulatedGitHub({ app: { ...app, events: ["pull_request"] }, now: () => new Date() });
  const listening = await github.listen(0);
  const folder = await mkdtemp(join(tmpdir(), "outcome-link-start-"));
  onTestFinished(async () => {
    await listening.close();
    await rm(folder, { recursive: true, force: true });
  });
  const { people } = github;
  people.createOrganization({ login: "acme", members: ["ada"] });
  const shop = people.createRepository({ name: "acme/shop", files: { ".github/outcome.yml": "{}\n" } });
  people.setRole({ repository: shop, user: "ada", role: "write" });
  people.install({ account: "acme", by: "ada" });
  const variables = {
    APP_ID: "4711",
    PRIVATE_KEY: github.app.privateKey.replaceAll("\n", "\\n"),
    WEBHOOK_SECRET: app.webhookSecret,
    PORT: "0",
    // As people paste it.
    GITHUB_API_URL: `${listening.url}/`,
    DATA_DIR: folder,
    LOG_LEVEL: "fatal",
  };
  const open = () => people.openPullRequest({ repository: shop, author: "ada", title: "Total", body: "Faster." });
  return { github, open, variables };
}

function startMain(variables: Readonly<Record<string, string>>) {
  return startProcess(process.execPath, ["src/main.ts"], variables);
}

async function expectChecked(pullRequest: PullRequest): Promise<void> {
  await vi.waitFor(
    () => expect(latestChecks(pullRequest).map(({ conclusion }) => conclusion)).toEqual(["neutral"]),
    patience,
  );
}

describe("the app started from the environment", () => {
  test("checks what is delivered, keeps its folder to itself, ends on a signal and starts again", async () => {
    const { github, open, variables } = await githubWithShop();
    const first = startMain(variables);
    const url = await first.prints(/listens at (\S+)\n/);
    expect(await (await fetch(`${url}/healthz`)).text()).toBe("ok");
    github.webhooks.setTarget(`${url}${webhookPath}`);
    await expectChecked(open());

    const second = await startMain(variables).ended;
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(
      /^Outcome Link stopped: The data folder \S+ is already open in process \d+\. .+ set another DATA_DIR\.\n$/,
    );

    first.stop();
    expect(await first.ended).toEqual({ code: 0, stderr: "" });

    const again = startMain({ ...variables, PRIVATE_KEY: Buffer.from(github.app.privateKey).toString("base64") });
    github.webhooks.setTarget(`${await again.prints(/listens at (\S+)\n/)}${webhookPath}`);
    await expectChecked(open());
    again.stop();
    expect(await again.ended).toEqual({ code: 0, stderr: "" });
    expect([github.bugs, github.violations]).toEqual([[], []]);
  });

  test("says in one sentence which credential is missing", async () => {
    const { code, stderr } = await startMain({ APP_ID: "4711", WEBHOOK_SECRET: "a secret that is long enough for GitHub" }).ended;
    expect(stderr).toBe(
      "Outcome Link stopped: PRIVATE_KEY must be set too: the app needs all three, or none for the sandbox\n",
    );
    expect(code).toBe(1);
  });
});

test("a signal to npm start ends the sandbox, and leaves no process behind", async () => {
  const npm = startProcess("npm", ["start"], { PORT: "0", npm_config_update_notifier: "false" });
  const url = await npm.prints(/Open (\S+)\n/);
  expect(await (await fetch(`${url}/healthz`)).text()).toBe("ok");
  npm.stop();
  await vi.waitFor(() => expect(isGroupAlive(npm.pid)).toBe(false), patience);
  await expect(fetch(url)).rejects.toThrow("fetch failed");
});
