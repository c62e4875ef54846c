import { createSimulatedGitHub } from "../../../src/sandbox/github/simulated-github.ts";
import { sandboxPage } from "../../../src/sandbox/page/sandbox-page.ts";
import type { Settled } from "../../../src/sandbox/settle.ts";
import { readManifest } from "../../../src/sandbox/read-manifest.ts";

const origin = "http://localhost:3000";

/** The page over a simulation with one repository, one pull request and one issue, and no app that answers. */
interface Given {
  readonly settled?: Settled;
  readonly due?: Date;
}

export function openPage({ settled = "quiet", due }: Given = {}) {
  const { default_permissions: permissions, default_events: events } = readManifest();
  const clock = { skippedMs: 0 };
  const github = createSimulatedGitHub({
    app: { id: 1, slug: "outcome-link", webhookSecret: "unused: nothing is delivered", permissions, events },
    now: () => new Date("2026-03-02T09:00:00Z"),
  });
  github.people.createOrganization({ login: "acme", members: ["ada"] });
  const shop = github.people.createRepository({ name: "acme/shop" });
  github.people.setRole({ repository: shop, user: "ada", role: "admin" });
  github.people.install({ account: "acme", by: "ada" });
  const issue = github.people.openIssue({ repository: shop, author: "ada", title: "Cards are refused" });
  const pullRequest = github.people.openPullRequest({ repository: shop, author: "ada", title: "Take cards" });
  const app = sandboxPage({
    github,
    clock: {
      now: () => Date.parse("2026-03-02T09:00:00Z") + clock.skippedMs,
      advance: async (ms) => void (clock.skippedMs += ms),
    },
    nextDue: async () => due ?? null,
    settle: async () => settled,
  });
  return {
    github,
    shop,
    issue,
    pullRequest,
    clock,
    read: async (path: string) => (await app.request(`${origin}${path}`)).text(),
    get: async (path: string) => app.request(`${origin}${path}`),
    send: async (path: string, fields: Readonly<Record<string, string>>, from = origin) =>
      app.request(`${origin}${path}`, { method: "POST", body: new URLSearchParams(fields), headers: { origin: from } }),
  };
}
