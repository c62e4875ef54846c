import type { Issue, PullRequest, Repository } from "../src/sandbox/github/state/model.ts";
import type { RunningStory, StoryOptions } from "../test/support/start-story.ts";
import { startStory } from "../test/support/start-story.ts";

export const HYPOTHESIS =
  "We believe a visible total for shoppers will lower abandoned carts because it is no surprise.";

export interface Product extends RunningStory {
  readonly repository: Repository;
  readonly issue: Issue;
  readonly open: (body: string) => Promise<PullRequest>;
}

/** One repository that is configured by `{}`, with a problem; the installation's token is known. */
export async function startProduct(options: StoryOptions = {}): Promise<Product> {
  const story = await startStory(options);
  const { people, settle } = story;
  people.createOrganization({ login: "acme", members: ["ada"] });
  const repository = people.createRepository({ name: "acme/shop", files: { ".github/outcome.yml": "{}\n" } });
  people.setRole({ repository, user: "ada", role: "write" });
  people.install({ account: "acme", by: "ada" });
  const issue = people.openIssue({ repository, author: "mia", title: "The total is hidden", body: "" });
  await settle();
  const open = async (body: string) => {
    const pullRequest = people.openPullRequest({ repository, author: "ada", title: "Show the total", body });
    await settle();
    return pullRequest;
  };
  // Warm: a first pull request makes the token known, every validator compiled, and the label once for the repository.
  const first = await open(`Part of #${issue.number}`);
  people.mergePullRequest({ pullRequest: first, by: "ada" });
  await settle();
  // The look at the end of its grace is not of the events that are counted.
  await story.later(5);
  return { ...story, repository, issue, open };
}
