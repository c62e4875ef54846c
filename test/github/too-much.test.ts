import { expect, test } from "vitest";
import { failureOf, testReader } from "./support/clients.ts";
import type { GraphqlLog } from "./support/graphql-answers.ts";
import { answerFrom, graphqlError } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";
import { issue, pullRequest, repository } from "./support/things.ts";

stayOffline();

const place = { owner: "acme", name: "shop", number: 12 };
const none = { kind: "none" } as const;

/** What asks for this takes GitHub too much to answer, also a second time. */
function github(heavy: string): GraphqlLog {
  const unless = (one: object) => () =>
    log.queries.at(-1)?.includes(heavy) ? graphqlError("RESOURCE_LIMITS_EXCEEDED") : one;
  const log = answerFrom({
    repository: () =>
      repository({
        pullRequest: unless(pullRequest({ number: 12, mergedAt: "2025-02-02T10:00:00Z" })),
        issue: unless(issue({ number: 12 })),
        issueOrPullRequest: unless(issue({ number: 12 })),
      }),
    node: () => issue({ number: 12 }),
  });
  return log;
}

test.each([
  ["a pull request", "heardLinks", async () => (await testReader().readPullRequest(place, none))?.reference],
  ["a problem", "conversation:", async () => (await testReader().readProblem(place, none))?.issue.reference],
  [
    "a reference",
    "...Heard",
    async () => {
      const [one] = await testReader().readReferences([place], [place]);
      return one?.kind === "issue" ? one.issue.reference : null;
    },
  ],
  [
    "what was merged",
    "last: 100) { nodes { ...Comment",
    async () => {
      const [one] = await testReader().readServed(place, [12]);
      return one?.reference;
    },
  ],
])("of %s less is asked where GitHub stops an answer that takes it too much", async (_name, heavy, read) => {
  const log = github(heavy);
  expect(await read()).toEqual(place);
  expect(log.queries.length).toBeGreaterThan(1);
});

test("where nothing less can be asked, that is an error", async () => {
  github("repository");
  expect(await failureOf(testReader().readProblem(place, none))).toEqual({ kind: "unexpected" });
});
