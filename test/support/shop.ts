import { expect, onTestFinished } from "vitest";
import type { CheckRun, Issue, IssueComment, PullRequest, Repository } from "../../src/sandbox/github/state/model.ts";
import { latestRuns, suitesFor } from "../../src/sandbox/github/state/checks.ts";
import type { NewPullRequest } from "../../src/sandbox/github/people/pull-requests.ts";
import type { Story, StoryOptions } from "./start-story.ts";
import { SLUG } from "./start-story.ts";

import { tellStory } from "./story.ts";

export { SLUG };

export interface ShopOptions extends StoryOptions {
  /** `.github/outcome.yml`; null: none. */
  readonly config?: string | null;
  readonly files?: Readonly<Record<string, string>>;
  readonly visibility?: Repository["visibility"];
}

export const HYPOTHESIS =
  "We believe a visible total for shoppers on small screens will lower abandoned carts because the price is no surprise.";

export interface Shop extends Story {
  readonly repository: Repository;
  /** Opened by Ada, who may write; lets the app look at once, inside the grace. */
  readonly open: (body: string | null, given?: Partial<NewPullRequest>) => Promise<PullRequest>;
  /** The author writes another description. */
  readonly edit: (pullRequest: PullRequest, body: string | null) => Promise<void>;
  readonly issue: (given?: { title?: string; body?: string; labels?: readonly string[] }) => Issue;
}

/** One organisation with a shop, an hour after the shop adopted the app. Ada may write, Olu is a stranger. */
export async function openShop(options: ShopOptions = {}): Promise<Shop> {
  const story = await tellStory(options);
  onTestFinished(() => {
    expect(story.github.bugs).toEqual([]);
    expect(story.github.violations).toEqual([]);
  });
  return furnishShop(story, options);
}

/** The same in a story that somebody else ends. */
export async function furnishShop(story: Story, options: ShopOptions): Promise<Shop> {
  const { people } = story;
  people.createOrganization({ login: "acme", members: ["ada"], issueTypes: ["Bug", "Problem"] });
  const config = options.config === undefined ? "{}\n" : options.config;
  const repository = people.createRepository({
    name: "acme/shop",
    visibility: options.visibility ?? "public",
    files: { "README.md": "# shop\n", ...(config === null ? {} : { ".github/outcome.yml": config }), ...options.files },
  });
  people.setRole({ repository, user: "ada", role: "write" });
  people.install({ account: "acme", by: "ada" });
  await story.later(60);
  return {
    ...story,
    repository,
    open: async (body, given = {}) => {
      const pullRequest = people.openPullRequest({
        repository,
        author: "ada",
        title: "Show the total",
        body,
        ...given,
      });
      await story.settle();
      return pullRequest;
    },
    edit: async (pullRequest, body) => {
      people.editPullRequest({ pullRequest, by: pullRequest.author.login, body });
      await story.settle();
    },
    issue: (given = {}) =>
      people.openIssue({
        repository,
        author: "mia",
        title: "The total is hidden on small screens",
        body: "",
        ...given,
      }),
  };
}

/** The newest check run of the app on the pull request's head, as a required check would take it. */
export function checkOf({ github }: Story, pullRequest: PullRequest): CheckRun | undefined {
  const runs = suitesFor(pullRequest.repository, pullRequest.head.oid)
    .filter(({ app }) => app.slug === github.state.app.slug)
    .flatMap(latestRuns);
  expect(runs.length).toBeLessThanOrEqual(1);
  return runs[0];
}

/** What a person reads first: the conclusion and the title. */
export function verdictOf(story: Story, pullRequest: PullRequest): string | undefined {
  const run = checkOf(story, pullRequest);
  return run === undefined ? undefined : `${run.conclusion}: ${run.output.title}`;
}

/** All that the check says, summary and text, without what only dresses it: whether a reference is a link or code. */
export function checkTextOf(story: Story, pullRequest: PullRequest): string {
  const output = checkOf(story, pullRequest)?.output;
  return `${output?.summary ?? ""}\n${output?.text ?? ""}`.replaceAll("`", "").replaceAll("&nbsp;", " ");
}

export function ownComments({ comments }: Issue | PullRequest): readonly IssueComment[] {
  return comments.filter(({ author }) => author.login === SLUG);
}

export function labelsOf({ labels }: Issue | PullRequest): readonly string[] {
  return labels.map(({ name }) => name);
}

/** Requests since the log was cleared, as "write checks/create". */
export function requestsOf({ github }: Story, kind: "read" | "write"): readonly string[] {
  return github.requests.of(kind).map(({ operation }) => operation);
}

/**
 * Everything that was delivered so far comes once more: as GitHub's own redelivery, under the old ids, which costs no
 * request at all, and as news, under new ones. GitHub shows already what is true, so nothing may be written.
 */
export async function repeatDeliveries(story: Story): Promise<void> {
  const { webhooks, requests } = story.github;
  const told = webhooks.deliveries.filter(({ redelivery, status }) => !redelivery && status === "answered");
  requests.clear();
  for (const { guid } of told) webhooks.redeliver(guid);
  await story.settle();
  expect(requests.entries).toEqual([]);
  for (const delivery of told) webhooks.tellAgain(delivery);
  await story.settle();
  expect(requestsOf(story, "write")).toEqual([]);
  expect(new Set(webhooks.deliveries.map(({ statusCode }) => statusCode ?? 202))).toEqual(new Set([202]));
}
