import { Probot } from "probot";
import type { Permissions } from "../../../src/sandbox/github/state/model.ts";
import { newKeys } from "../../../src/sandbox/github/simulated-github.ts";

/** Somebody who knows how GitHub answers, with an organisation "acme", its member "ada" and the repository "acme/shop". */
export interface Witness {
  readonly url: string;
  /** The app's, on acme. */
  readonly installation: number;
  /** What ada does; on GitHub's pages, where GitHub has any. */
  readonly people: {
    readonly openPullRequest: (title: string) => Promise<{ readonly number: number; readonly headSha: string }>;
    readonly editPullRequest: (number: number, body: string) => Promise<void>;
    readonly closePullRequest: (number: number) => Promise<void>;
    readonly openIssue: (title: string) => Promise<number>;
    readonly editIssue: (number: number, body: string) => Promise<void>;
    readonly rerunCheck: (id: number) => Promise<void>;
  };
  readonly close: () => Promise<void>;
}

export interface WitnessOptions {
  /** What the app asks for and its one installation grants. */
  readonly permissions: Permissions;
  /** Where the app's webhooks go. */
  readonly target: string;
}

export type StartWitness = (options: WitnessOptions) => Promise<Witness>;

export const app = {
  id: 77,
  slug: "outcome-link",
  webhookSecret: "a secret that is long enough",
  events: ["check_run", "issue_comment", "issues", "label", "pull_request"],
  keys: newKeys(),
} as const;

export const shop = { owner: "acme", repo: "shop" } as const;

/** Our app as Probot signs it in; with another key, where one is given. */
export function signedIn({ url: baseUrl }: Pick<Witness, "url">, privateKey: string = app.keys.privateKey): Probot {
  return new Probot({ appId: app.id, privateKey, secret: app.webhookSecret, baseUrl, logLevel: "fatal" });
}
