import { expect, test } from "vitest";
import type { Actor } from "../../../src/core/facts/actor.ts";
import { labelsSchema } from "../../../src/core/follow-up/labels.ts";
import { readGivenAnswers } from "../../../src/sources/follow-up/read-given-answers.ts";
import type { AnsweringThread } from "../../../src/sources/follow-up/read-given-answers.ts";
import type { GitHubReader } from "../../../src/sources/ports.ts";
import { ada, advising } from "../../support/facts.ts";
import { smallGitHub } from "../../support/readings.ts";

const reference = { owner: "acme", name: "shop", number: 12 };
const at = new Date("2026-03-18T10:00:00Z");
const bot: Actor = { login: "renovate", kind: "bot" };

/** What counts of these, where ada and a bot wrote what was merged. */
async function read(given: Pick<AnsweringThread, "labelEvents" | "commandComments">) {
  const { github: known, asked } = smallGitHub({ roles: { grace: "write", trudy: "triage" } });
  const github: Pick<GitHubReader, "readRole"> = {
    readRole: async (place, name) => (name === "una" ? "unknown" : known.readRole(place, name)),
  };
  const thread = { kind: "pull_request", reference, author: ada, mergedAt: null, ...given } as const;
  const settings = { ...advising, labels: labelsSchema.parse({}) };
  const means = { github, settings, webUrl: "https://github.com", servers: [ada, bot] };
  const said = await readGivenAnswers(thread, means);
  return { counts: said.answers.length, undetermined: said.undetermined, asked: asked.length };
}

test.each([
  ["somebody with write access", "grace", { counts: 1, undetermined: false, asked: 1 }],
  ["who wrote what was merged, whose role is not asked for", "ADA", { counts: 1, undetermined: false, asked: 0 }],
  ["who may label and no more, not", "trudy", { counts: 0, undetermined: false, asked: 1 }],
  ["who is named like a bot that wrote it, not", "renovate", { counts: 0, undetermined: false, asked: 1 }],
  ["somebody whose role GitHub does not tell, not yet", "una", { counts: 0, undetermined: true, asked: 0 }],
])("an outcome that is put on by hand counts as an answer of %s", async (_who, login, expected) => {
  const by: Actor = { login, kind: "user" };
  const put = { kind: "labelled", name: "outcome: validated", at, by, ours: false } as const;
  expect(await read({ labelEvents: [put], commandComments: [] })).toEqual(expected);
});

test("what somebody whose role GitHub does not tell says in a comment may still count", async () => {
  const author: Actor = { login: "una", kind: "user" };
  const body = "/outcome validated It helped.";
  const comment = { id: 1, nodeId: "IC_1", body, author, createdAt: at, edited: false, hidden: false, belongs: false };
  const said = await read({ labelEvents: [], commandComments: [comment] });
  expect(said).toMatchObject({ counts: 0, undetermined: true });
});
