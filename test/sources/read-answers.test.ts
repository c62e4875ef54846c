import { describe, expect, test } from "vitest";
import type { Actor } from "../../src/core/facts/actor.ts";
import type { CommandComment } from "../../src/sources/ports.ts";
import { readAnswers } from "../../src/sources/read-answers.ts";
import { readSaid } from "../../src/sources/read-said.ts";
import { ada, advising, minutesAgo, settings } from "../support/facts.ts";
import { smallGitHub } from "../support/readings.ts";

const grace: Actor = { login: "grace", kind: "user" };
const stranger: Actor = { login: "stranger", kind: "user" };

function says(id: number, by: Actor | null, body: string): CommandComment {
  const plain = { createdAt: minutesAgo(600 - id), edited: false, hidden: false, belongs: false };
  return { id, nodeId: `IC_${id}`, body, author: by, ...plain };
}

function threadWith(comments: readonly CommandComment[], servers: readonly Actor[]) {
  const repository = { owner: "acme", name: "shop" };
  return { kind: "problem", repository, author: stranger, mergedAt: null, comments, servers } as const;
}

/** On a problem of a stranger's, with roles for grace (write) alone. */
async function read(comments: readonly CommandComment[], servers: readonly Actor[] = [], policy = advising) {
  const { github, asked } = smallGitHub({ roles: { grace: "write" } });
  const said = await readAnswers(threadWith(comments, servers), { github, policy, webUrl: "https://github.com" });
  return { said, asked };
}

const outcomes = async (...given: Parameters<typeof read>) =>
  (await read(...given)).said.answers.map(({ outcome, by }) => `${by.login} ${outcome}`);

describe("what became of merged work is answered", () => {
  test("by people with write access, in the order of time", async () => {
    const later = says(2, grace, "/outcome invalidated nobody saw it");
    const earlier = says(1, grace, "/outcome validated");
    expect(await outcomes([later, earlier])).toEqual(["grace validated", "grace invalidated"]);
  });

  test("by who wrote what was merged, whose role is not asked for", async () => {
    const comments = [says(1, ada, "/outcome validated"), says(2, stranger, "/outcome invalidated")];
    const { said, asked } = await read(comments, [{ login: "Ada", kind: "user" }]);
    expect(said.answers.map(({ by }) => by.login)).toEqual(["ada"]);
    expect(asked.filter((one) => one.includes("ada"))).toEqual([]);
  });

  test("not by who opened the problem, nor by whoever wrote nothing of it", async () => {
    expect(await outcomes([says(1, stranger, "/outcome validated"), says(2, ada, "/outcome validated")])).toEqual([]);
  });

  test("not by a bot of the name of who wrote it", async () => {
    const bot: Actor = { login: "ada", kind: "bot" };
    expect(await outcomes([says(1, bot, "/outcome validated"), says(2, ada, "/outcome validated")], [bot])).toEqual([]);
  });

  test("by nobody in a comment that was edited or hidden, or whose account is gone", async () => {
    const comments = [
      { ...says(1, grace, "/outcome validated"), edited: true },
      { ...says(2, grace, "/outcome validated"), hidden: true },
      says(3, null, "/outcome validated"),
    ];
    expect(await outcomes(comments)).toEqual([]);
  });

  test("as it is configured", async () => {
    const comments = [says(1, grace, "/outcome validated"), says(2, grace, "/outcome invalidated")];
    const policy = settings({ commands: { validated: "maintain", inconclusive: "off" } });
    expect(await outcomes(comments, [], policy)).toEqual(["grace invalidated"]);
  });
});

test("nothing else that is said there is heard for it, and it is not heard where verdicts are made", async () => {
  const comments = [says(1, grace, "/outcome hypothesis We believe in it"), says(2, grace, "/outcome validated")];
  const { github, asked } = smallGitHub({ roles: { grace: "write" } });
  const means = { github, policy: advising, webUrl: "https://github.com" };
  expect((await readAnswers(threadWith(comments.slice(0, 1), []), means)).answers).toEqual([]);
  await readSaid(threadWith(comments.slice(1), []), means);
  expect(asked).toEqual([]);
});

test("twenty people are asked about, GitHub's own people of the repository first", async () => {
  const strangers = Array.from({ length: 30 }, (_, at) =>
    says(at + 2, { login: `stranger-${at}`, kind: "user" }, "/outcome validated"),
  );
  const comments = [{ ...says(1, grace, "/outcome invalidated"), belongs: true }, ...strangers];
  const { said, asked } = await read(comments);
  expect(said.answers).toMatchObject([{ outcome: "invalidated", by: grace }]);
  expect(asked).toHaveLength(20);
});
