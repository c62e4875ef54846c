import { expect, test } from "vitest";
import type { Actor } from "../../../src/core/facts/actor.ts";
import { homeOfProblem } from "../../../src/sources/follow-up/home-reading.ts";
import { readReportersReactions } from "../../../src/sources/follow-up/read-reactions.ts";
import type { ReactionReading } from "../../../src/sources/ports.ts";
import { commentReading, emptyThread, issueReading, problemReading } from "../../support/readings.ts";

const person = (login: string): Actor => ({ login, kind: "user" });
const bot: Actor = { login: "stale", kind: "bot" };
const question = { ...commentReading(), kind: "question", createdAt: new Date("2026-03-17T10:00:00Z") } as const;
const reminder = {
  ...question,
  kind: "reminder",
  nodeId: "IC_later",
  createdAt: new Date("2026-03-24T10:00:00Z"),
} as const;

interface Given {
  readonly author: Actor | null;
  readonly duplicatesBy?: readonly Actor[];
  readonly asked?: boolean;
}

async function read({ author, duplicatesBy = [], asked = true }: Given) {
  const thread = { ...emptyThread, followUpComments: asked ? [question, reminder] : [] };
  const home = homeOfProblem(problemReading(issueReading("#7", { author }), { thread, duplicatesBy }));
  const given: readonly ReactionReading[] = [
    { by: person("Mia"), content: "+1" },
    { by: person("olu"), content: "-1" },
    { by: person("eve"), content: "-1" },
    { by: bot, content: "+1" },
    { by: { ...bot, login: "mia" }, content: "+1" },
  ];
  return readReportersReactions(home, { readReactions: async (id) => (id === question.nodeId ? given : []) });
}

test("who reported the problem or a duplicate of it is counted, and nobody else", async () => {
  expect(await read({ author: person("mia") })).toEqual({ solved: 1, notSolved: 0 });
  expect(await read({ author: person("mia"), duplicatesBy: [person("Olu"), bot] })).toEqual({
    solved: 1,
    notSolved: 1,
  });
  expect(await read({ author: null, duplicatesBy: [person("olu")] })).toEqual({ solved: 0, notSolved: 1 });
});

test("nobody is asked for where nobody can be", async () => {
  expect(await read({ author: bot })).toBeNull();
  expect(await read({ author: person("mia"), asked: false })).toBeNull();
});
