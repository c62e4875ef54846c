import { expect, test } from "vitest";
import { failureOf, testReader } from "./support/clients.ts";
import { answerFrom, graphqlError, notFound, paged } from "./support/graphql-answers.ts";
import { mergedOne } from "./support/merged.ts";
import { stayOffline } from "./support/offline.ts";
import { pullRequest, repository } from "./support/things.ts";

stayOffline();

const read = () => testReader().readReverting({ owner: "acme", name: "shop" }, 7);
const commits = (count: number) =>
  paged(Array.from({ length: count }, (_, at) => ({ commit: { message: `This reverts commit ${at}.` } })));

test("a merged pull request tells its text and the messages of its first twenty commits", async () => {
  const merged = mergedOne(7, { body: "Reverts acme/shop#5", commits: commits(30) });
  answerFrom({ repository: () => repository({ pullRequest: () => merged }) });
  const told = await read();
  expect(told).toMatchObject({ mergedAt: new Date("2025-02-02T10:00:00Z"), body: "Reverts acme/shop#5" });
  expect(told?.messages).toHaveLength(20);
  expect(told?.messages[0]).toBe("This reverts commit 0.");
});

test.each([
  ["2025-02-02T10:00:01Z", ""],
  ["2025-02-02T10:00:00Z", "Reverts #5"],
])("of a text that was edited at %s this is told: %j", async (lastEditedAt, body) => {
  const merged = mergedOne(7, { body: "Reverts #5", commits: commits(1), lastEditedAt });
  answerFrom({ repository: () => repository({ pullRequest: () => merged }) });
  expect(await read()).toMatchObject({ body });
});

test.each([
  [
    "an open pull request",
    { repository: () => repository({ pullRequest: () => pullRequest({ commits: commits(1) }) }) },
  ],
  ["an issue, or nothing", { repository: () => repository() }],
  ["a repository that cannot be seen", { repository: () => notFound() }],
])("%s takes nothing back", async (_name, root) => {
  answerFrom(root);
  expect(await read()).toBeNull();
});

test.each([
  ["the pull request", { repository: () => repository({ pullRequest: () => graphqlError(null) }) }],
  ["the repository", { repository: () => graphqlError(null) }],
  ["the repository, without saying why", { repository: () => null }],
])("when GitHub fails to tell of %s, that is an error and not a no", async (_name, root) => {
  answerFrom(root);
  expect(await failureOf(read())).toEqual({ kind: "unexpected" });
});
