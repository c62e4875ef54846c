import { Probot, ProbotOctokit } from "probot";
import { afterEach } from "vitest";
import { createSimulatedGitHub, newKeys, type SimulatedGitHub } from "../../../src/sandbox/github/simulated-github.ts";

const permissions = {
  checks: "write",
  contents: "read",
  issues: "write",
  merge_queues: "read",
  metadata: "read",
  pull_requests: "write",
} as const;
const events: readonly string[] = [
  "check_run",
  "check_suite",
  "issue_comment",
  "issues",
  "label",
  "merge_group",
  "pull_request",
  "pull_request_review",
  "push",
  "release",
  "repository",
  "sub_issues",
];
export const webhookSecret = "a secret that is long enough for tests";

/** Making a pair takes longer than most tests do. */
const keys = newKeys();

const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

type Given = {
  permissions?: Readonly<Record<string, "read" | "write">>;
  now?: () => Date;
  keys?: ReturnType<typeof newKeys>;
};

/** One organisation, one public repository, the app installed, and a client that acts as the app there. */
export async function smallGitHub(given: Given = {}) {
  const github = createSimulatedGitHub({
    app: {
      id: 77,
      slug: "outcome-link",
      webhookSecret,
      permissions: given.permissions ?? permissions,
      events,
      keys: given.keys ?? keys,
    },
    now: given.now ?? (() => new Date("2026-03-02T09:00:00Z")),
  });
  const { url, close } = await github.listen(0);
  open.push(close);
  github.people.createOrganization({ login: "acme", members: ["ada"] });
  const shop = github.people.createRepository({ name: "acme/shop" });
  github.people.setRole({ repository: shop, user: "ada", role: "write" });
  const installation = github.people.install({ account: "acme", by: "ada" });
  const probot = newProbot(github, url);
  return { github, url, shop, installation, probot, octokit: await probot.auth(installation.id) };
}

export type SmallGitHub = Awaited<ReturnType<typeof smallGitHub>>;

/** Neither waiting nor repeating: a test wants the simulation's own answer. */
const impatient = ProbotOctokit.defaults((options: { throttle?: object }) => ({
  ...options,
  retry: { enabled: false },
  throttle: { ...options.throttle, enabled: false },
}));

export function newProbot(github: SimulatedGitHub, url: string): Probot {
  const { id, privateKey, webhookSecret: secret } = github.app;
  return new Probot({ appId: id, privateKey, secret, baseUrl: url, Octokit: impatient, logLevel: "fatal" });
}

export function openPullRequest(
  { github, shop }: SmallGitHub,
  given: { body?: string; fork?: "author"; title?: string } = {},
) {
  return github.people.openPullRequest({ repository: shop, author: "ada", title: "Let people pay by card", ...given });
}
