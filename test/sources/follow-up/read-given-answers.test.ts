import { expect, test } from "vitest";
import { labelsSchema } from "../../../src/core/follow-up/labels.ts";
import { readGivenAnswers } from "../../../src/sources/follow-up/read-given-answers.ts";
import type { GitHubReader } from "../../../src/sources/ports.ts";
import { ada, advising } from "../../support/facts.ts";
import { smallGitHub } from "../../support/readings.ts";

const reference = { owner: "acme", name: "shop", number: 12 };

/** What counts of `outcome: validated` where somebody of this name put it on; ada wrote what was merged. */
async function labelledBy(login: string) {
  const { github: known, asked } = smallGitHub({ roles: { grace: "write", trudy: "triage" } });
  const github: Pick<GitHubReader, "readRole"> = {
    readRole: async (place, name) => (name === "una" ? "unknown" : known.readRole(place, name)),
  };
  const by = { login, kind: "user" } as const;
  const put = { kind: "labelled", name: "outcome: validated", at: new Date("2026-03-18T10:00:00Z"), by, ours: false };
  const thread = { kind: "pull_request", reference, author: ada, mergedAt: null, commandComments: [] } as const;
  const settings = { ...advising, labels: labelsSchema.parse({}) };
  const means = { github, settings, webUrl: "https://github.com", servers: [ada] };
  const said = await readGivenAnswers({ ...thread, labelEvents: [{ ...put, kind: "labelled" }] }, means);
  return { counts: said.answers.length, undetermined: said.undetermined, asked: asked.length };
}

test.each([
  ["somebody with write access", "grace", { counts: 1, undetermined: false, asked: 1 }],
  ["who wrote what was merged, whose role is not asked for", "ADA", { counts: 1, undetermined: false, asked: 0 }],
  ["who may label and no more, not", "trudy", { counts: 0, undetermined: false, asked: 1 }],
  ["somebody whose role GitHub does not tell, not yet", "una", { counts: 0, undetermined: true, asked: 0 }],
])("an outcome that is put on by hand counts as an answer of %s", async (_who, login, expected) => {
  expect(await labelledBy(login)).toEqual(expected);
});
