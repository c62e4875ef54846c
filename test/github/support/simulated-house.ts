import { Probot } from "probot";
import { afterEach, expect } from "vitest";
import { followUpKind } from "../../../src/core/report/marker.ts";
import { createClient } from "../../../src/github/client.ts";
import { readOwnApp } from "../../../src/github/own-app.ts";
import { createReader } from "../../../src/github/reader.ts";
import { githubDotCom } from "../../../src/github/schema-features.ts";
import { tokenSource } from "../../../src/github/token-source.ts";
import { createBoardWriter } from "../../../src/github/write-board.ts";
import { createWriter } from "../../../src/github/writer.ts";
import { createSimulatedGitHub, newKeys } from "../../../src/sandbox/github/simulated-github.ts";

export const permissions = {
  checks: "write",
  contents: "read",
  issues: "write",
  metadata: "read",
  pull_requests: "write",
} as const;
const clock = () => new Date("2026-03-02T09:00:00Z");
export const marker = "<!-- ours -->";
const keys = newKeys();
export const cold = { kind: "cold" } as const;
export const none = { kind: "none" } as const;

const isOurs = (body: string) => body.startsWith(marker);
export const at = (number: number, name = "shop", owner = "acme") => ({ owner, name, number });

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** An organisation with a configured shop, and this room's reader and writer in front of it. */
export async function house(
  granted: Readonly<Record<string, "read" | "write">> = permissions,
  now: () => Date = clock,
) {
  const app = { id: 77, slug: "outcome-link", webhookSecret: "a secret that is long enough", events: [], keys };
  const github = createSimulatedGitHub({
    app: { ...app, permissions: granted },
    now,
  });
  const { url, close } = await github.listen(0);
  open.push(close);
  const { people } = github;
  people.createOrganization({ login: "acme", members: ["ada"], issueTypes: ["Bug"] });
  const shop = people.createRepository({
    name: "acme/shop",
    files: {
      ".github/outcome.yml": "mode: advise\n",
      ".github/pull_request_template.md": "## Problem\n",
      "README.md": "# shop\n",
    },
  });
  people.createRepository({ name: "acme/.github", files: { ".github/outcome.yaml": "mode: require\n" } });
  people.setRole({ repository: shop, user: "ada", role: "maintain" });
  const installation = people.install({ account: "acme", by: "ada" });
  const { id: appId, privateKey, webhookSecret: secret } = github.app;
  const probot = new Probot({
    appId,
    privateKey,
    secret,

    baseUrl: url,
    logLevel: "fatal",
  });
  const client = createClient({
    baseUrl: url,
    userAgent: "outcome-link/test",
    ...tokenSource({ asApp: () => probot.auth(), installation: installation.id, now }),
    now,
  });
  const ownApp = await readOwnApp(await probot.auth());
  const reads = { isOurs, isCommand: (body: string) => body.startsWith("/outcome"), followUpKind };
  const reader = createReader({ client, app: ownApp, ...reads, features: githubDotCom });
  return {
    github,
    people,
    shop,
    ownApp,
    client,
    reader,
    writer: createWriter(client),
    board: createBoardWriter(client),
  };
}

/** Nothing was asked that GitHub would not understand. */
export function expectClean(github: { violations: readonly unknown[]; bugs: readonly unknown[] }) {
  expect(github.violations).toEqual([]);
  expect(github.bugs).toEqual([]);
}
