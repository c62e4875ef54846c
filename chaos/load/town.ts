import type { SimulatedGitHub } from "../../src/sandbox/github/simulated-github.ts";
import type { Issue, PullRequest, Repository } from "../../src/sandbox/github/state/model.ts";
import { latestChecks } from "../../src/sandbox/shown-items.ts";

/** Many pull requests whose right verdict is known, because only two texts are ever written. */
export interface Town {
  readonly changes: readonly Change[];
}

export interface Change {
  readonly pullRequest: PullRequest;
  readonly issue: Issue;
  says: "enough" | "too little";
}

export interface TownSize {
  readonly installations: number;
  readonly pullRequestsEach: number;
  /** The first organisation's name begins so; two towns in one GitHub need two names. */
  readonly name?: string;
}

const AUTHOR = "ada";

/** Organisations with a repository each. Nothing is delivered of it. */
export function buildTown(
  github: SimulatedGitHub,
  { installations, pullRequestsEach, name = "guild" }: TownSize,
): Town {
  github.webhooks.hold();
  const shops = Array.from({ length: installations }, (_, index) => openShop(github, `${name}-${index + 1}`));
  const changes = shops.flatMap(({ repository, issue }) =>
    Array.from({ length: pullRequestsEach }, (_, index): Change => {
      const body = textOf(issue, "too little");
      const pullRequest = github.people.openPullRequest({ repository, author: AUTHOR, title: `Change ${index}`, body });
      return { pullRequest, issue, says: "too little" };
    }),
  );
  github.webhooks.held().forEach((delivery) => github.webhooks.drop(delivery));
  return { changes };
}

function openShop({ people }: SimulatedGitHub, login: string): { repository: Repository; issue: Issue } {
  people.createOrganization({ login, members: [AUTHOR] });
  const files = { "README.md": "# shop\n", ".github/outcome.yml": "{}\n" };
  const repository = people.createRepository({ name: `${login}/shop`, files });
  people.setRole({ repository, user: AUTHOR, role: "write" });
  people.install({ account: login, by: AUTHOR });
  const issue = people.openIssue({ repository, author: "mia", title: "The total is hidden", body: "" });
  return { repository, issue };
}

/** The author writes the other text: the verdict must turn. */
export function turn({ people }: SimulatedGitHub, change: Change): void {
  change.says = change.says === "enough" ? "too little" : "enough";
  people.editPullRequest({ pullRequest: change.pullRequest, by: AUTHOR, body: textOf(change.issue, change.says) });
}

/** The author pushes: a new head without a verdict. */
export function push({ people }: SimulatedGitHub, { pullRequest }: Change): void {
  people.pushToPullRequest({ pullRequest, by: AUTHOR });
}

const notes = "The sum is made in one place, and the line that shows it moved. ".repeat(4);

function textOf({ number }: Issue, says: Change["says"]): string {
  const belief = "We believe a visible total for shoppers will lower abandoned carts because it is no surprise.";
  return says === "enough" ? `Fixes #${number}\n\n${belief}\n\n${notes}` : `Moves the total.\n\n${notes}`;
}

/** Whether the newest check on the head says what the text asks for: no rule is required here, so too little is neutral. */
export function isRight({ pullRequest, says }: Change): boolean {
  const [run] = latestChecks(pullRequest);
  return run?.status === "completed" && run.conclusion === (says === "enough" ? "success" : "neutral");
}
