import { expect, test } from "vitest";
import { testReader } from "./support/clients.ts";
import { answerFrom } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";
import { only, pullRequest, repository } from "./support/things.ts";

const reference = { owner: "acme", name: "shop", number: 7 };
const none = { kind: "none" } as const;

stayOffline();

test("the repository's issue templates come with a pull request, for the issues that it links to", async () => {
  const form = { name: "problem.yml", object: { __typename: "Blob", text: "body: a" } };
  const found = repository({
    pullRequest: () => pullRequest(),
    issueTemplates: [{ body: "Who has it?" }],
    object: ({ expression }: { readonly expression: string }) =>
      expression === "HEAD:.github/ISSUE_TEMPLATE" ? { __typename: "Tree", entries: [form] } : null,
  });
  const log = answerFrom({ repository: only(found) });
  const reading = await testReader().readPullRequest(reference, none);
  expect(reading?.issueTemplates).toEqual(["Who has it?", "body: a"]);
  expect(log.queries).toHaveLength(1);
});
