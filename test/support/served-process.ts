import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import type { PullRequest } from "../../src/sandbox/github/state/model.ts";
import { createSimulatedGitHub } from "../../src/sandbox/github/simulated-github.ts";
import { latestChecks } from "../../src/sandbox/shown-items.ts";
import { openEmbeddedDatabase } from "../../src/queue/pglite.ts";
import { startProcess } from "./start-process.ts";
import { loadTemplate } from "./store.ts";

const permissions = {
  checks: "write",
  contents: "read",
  issues: "write",
  metadata: "read",
  pull_requests: "write",
} as const;

/** A GitHub with a configured shop, and the variables that an operator would set for it. */
export async function githubWithShop() {
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
  const open = (body = "Faster.") => people.openPullRequest({ repository: shop, author: "ada", title: "Total", body });
  return { github, shop, open, variables };
}

/** For tests of what comes after the first start, which takes seconds to make the same store. */
export async function makeStore({ DATA_DIR }: { readonly DATA_DIR: string }): Promise<void> {
  const store = await openEmbeddedDatabase(join(DATA_DIR, "store"), { template: await loadTemplate() });
  await store.close();
}

export function startMain(variables: Readonly<Record<string, string>>) {
  return startProcess(process.execPath, ["src/main.ts"], variables);
}

export async function expectChecked(pullRequest: PullRequest): Promise<void> {
  await expect.poll(() => latestChecks(pullRequest).map(({ conclusion }) => conclusion)).toEqual(["neutral"]);
}
