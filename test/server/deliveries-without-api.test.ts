import { expect, test } from "vitest";
import { checkOf, requestsOf } from "../support/shop.ts";
import { tellStory } from "../support/story.ts";

test("a delivery is stored while GitHub does not tell who the app is, and worked on once it does", async () => {
  const story = await tellStory({ logLevel: "fatal" });
  const { github, people } = story;
  // Not a 5xx: Probot would wait and ask again by itself.
  const does = { kind: "answers", status: 404, moment: "before" } as const;
  github.faults.add({ on: "apps/get-authenticated", does, times: Infinity });
  people.createOrganization({ login: "acme", members: ["ada"] });
  const repository = people.createRepository({ name: "acme/shop", files: { ".github/outcome.yml": "{}\n" } });
  people.setRole({ repository, user: "ada", role: "write" });
  people.install({ account: "acme", by: "ada" });
  await story.later(60);
  const pullRequest = people.openPullRequest({ repository, author: "ada", title: "Show the total", body: "Faster." });
  await story.settle();
  const codes = github.webhooks.deliveries.map(({ event, statusCode }) => [event, statusCode]);
  expect(codes).toContainEqual(["pull_request", 202]);
  expect(codes.filter(([, code]) => code !== 202)).toEqual([]);
  expect(requestsOf(story, "write")).toEqual([]);

  github.faults.clear();
  await story.later(120);
  expect(checkOf(story, pullRequest)).toMatchObject({ conclusion: "neutral" });
  expect([github.bugs, github.violations]).toEqual([[], []]);
});
