import { Octokit } from "@octokit/rest";
import { createEmulator } from "emulate";
import type { StartWitness, WitnessOptions } from "./witness.ts";
import { app, shop } from "./witness.ts";

const token = "token-of-ada";
const installation = 5;

/**
 * GitHub as the package `emulate` tells it: written by others, so that a misunderstanding of ours does not confirm
 * itself. It has no GraphQL (so no readings, no minimised comments), no merge groups, no list of an app's deliveries, no
 * sub-issues, no webhooks of pushes and installations and no list of an installation's repositories, and takes an unknown
 * token for that of a person.
 */
export const startEmulated: StartWitness = async (options) => {
  const emulator = await createEmulator({ service: "github", port: 0, seed: seedFor(options) });
  const { rest } = new Octokit({ baseUrl: emulator.url, auth: token });
  const people = {
    openPullRequest: async (title: string) => {
      const { data } = await rest.pulls.create({ ...shop, title, head: "change", base: "main" });
      return { number: data.number, headSha: data.head.sha };
    },
    editPullRequest: async (number: number, body: string) => {
      await rest.pulls.update({ ...shop, pull_number: number, body });
    },
    closePullRequest: async (number: number) => {
      await rest.pulls.update({ ...shop, pull_number: number, state: "closed" });
    },
    openIssue: async (title: string) => (await rest.issues.create({ ...shop, title })).data.number,
    editIssue: async (number: number, body: string) => {
      await rest.issues.update({ ...shop, issue_number: number, body });
    },
    rerunCheck: async (id: number) => void (await rest.checks.rerequestRun({ ...shop, check_run_id: id })),
  };
  return { url: emulator.url, installation, people, close: () => emulator.close() };
};

function seedFor({ permissions, target }: WitnessOptions) {
  const installed = {
    app_id: app.id,
    slug: app.slug,
    name: app.slug,
    private_key: app.keys.privateKey,
    permissions,
    events: app.events,
    webhook_url: target,
    webhook_secret: app.webhookSecret,
    installations: [{ installation_id: installation, account: shop.owner }],
  };
  const github = {
    users: [{ login: "ada" }, { login: "eve" }],
    orgs: [{ login: shop.owner, members: [{ login: "ada", role: "admin" }] }],
    repos: [{ owner: shop.owner, name: shop.repo }],
    apps: [installed],
  };
  return { tokens: { [token]: { login: "ada" } }, github };
}
