import { expect, test } from "vitest";
import { testReader } from "./support/clients.ts";
import { answerFrom, paged } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";
import { commit, only, pullRequest, repository } from "./support/things.ts";

stayOffline();

async function read(fields: object) {
  answerFrom({ repository: only(repository({ pullRequest: () => pullRequest({ ...fields }) })) });
  return testReader().readPullRequest({ owner: "acme", name: "shop", number: 7 }, { kind: "none" });
}

const run = {
  databaseId: 51,
  name: "Outcome",
  status: "COMPLETED",
  conclusion: "ACTION_REQUIRED",
  title: "No problem linked",
  summary: "A table",
  text: null,
};

function withRuns(runs: readonly object[], { suite = "COMPLETED", ...fields }: { suite?: string; oid?: string } = {}) {
  const checkSuites = paged([{ status: suite, checkRuns: paged(runs) }]);
  return read({ commits: paged([{ commit: commit({ checkSuites, ...fields }) }]) });
}

test("our newest check run on the head is read", async () => {
  const reading = await withRuns([run, { ...run, databaseId: 52, title: "Linked to #12" }, { ...run, databaseId: 50 }]);
  expect(reading?.checkRun).toEqual({
    id: 52,
    completed: true,
    conclusion: "action_required",
    title: "Linked to #12",
    summary: "A table",
    text: "",
  });
});

test("check runs are asked for by this app's id and our name", async () => {
  let asked: unknown;
  const suites = (page: unknown) => {
    asked = page;
    return { nodes: [] };
  };
  await read({ commits: paged([{ commit: commit({ checkSuites: suites }) }]) });
  expect(asked).toMatchObject({ filterBy: { appId: 99 } });
});

test("a run that is not completed has no conclusion", async () => {
  const reading = await withRuns([{ ...run, status: "IN_PROGRESS", conclusion: null }]);
  expect(reading?.checkRun).toMatchObject({ completed: false, conclusion: null });
});

test("a run that was asked for again is not completed, though GitHub leaves it as it was", async () => {
  const reading = await withRuns([run], { suite: "QUEUED" });
  expect(reading?.checkRun).toMatchObject({ completed: false, title: "No problem linked" });
});

test("a run on a commit that is no longer the head is not taken for the head's", async () => {
  const reading = await withRuns([run], { oid: "b".repeat(40) });
  expect(reading).toMatchObject({ headSha: "a".repeat(40), checkRun: null });
});
