import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideCommand } from "../../../src/core/commands/decide-command.ts";
import { parseCommand } from "../../../src/core/commands/parse-command.ts";
import type { Actor } from "../../../src/core/facts/actor.ts";
import { nothingSaid } from "../../../src/core/facts/said.ts";
import type { Said } from "../../../src/core/facts/said.ts";
import type { SaidAnswers } from "../../../src/core/follow-up/said-answers.ts";
import { readAnswers } from "../../../src/sources/read-answers.ts";
import { readSaid } from "../../../src/sources/read-said.ts";
import { madeComments } from "../../support/command-comments.ts";
import type { MadeComment } from "../../support/command-comments.ts";
import { advising, minutesAgo, requiring } from "../../support/facts.ts";
import { smallGitHub } from "../../support/readings.ts";

const place = { repository: { owner: "acme", name: "shop" }, webUrl: "https://github.com" };
const grace: Actor = { login: "grace", kind: "user" };

/** Who may, written down once more by hand: the code's own table would have its own mistakes. */
const everybody = "none read triage write maintain admin author server";
const answering = "write maintain admin server";
const mayWhenAdvised: Readonly<Record<string, string>> = {
  check: "triage write maintain admin author",
  link: "triage write maintain admin author",
  unlink: "triage write maintain admin author",
  skip: "triage write maintain admin author",
  unskip: "triage write maintain admin author",
  hypothesis: "write maintain admin author",
  validated: answering,
  invalidated: answering,
  inconclusive: answering,
  snooze: answering,
  help: everybody,
};
const mayWhenRequired = { ...mayWhenAdvised, skip: "write maintain admin", unskip: "write maintain admin" };
const people = ["none", "read", "triage", "write", "maintain", "admin", "author", "server"] as const;

function mayBy(who: string, says: string | null, required: boolean): boolean {
  const table: Readonly<Record<string, string>> = required ? mayWhenRequired : mayWhenAdvised;
  return says !== null && (table[says] ?? "").split(" ").includes(who);
}

/** Whether the job that runs commands would do anything but answer. */
function acts({ text }: MadeComment, who: (typeof people)[number], required: boolean): boolean {
  const command = parseCommand(text);
  if (command.kind === "none") return false;
  const role = who === "author" || who === "server" ? "none" : who;
  const giver = { role, isAuthor: who === "author", serves: who === "server" } as const;
  const policy = required ? requiring : advising;
  const { reaction, look, standing } = decideCommand({ command, thread: "pull_request", giver, policy, place });
  return reaction === "+1" || look || standing;
}

test("of 10,000 generated comments by people of each role, none does anything that should not", () => {
  let executed = 0;
  const check = (comment: MadeComment, required: boolean): void => {
    for (const who of people) {
      const does = acts(comment, who, required);
      if (does) executed += 1;
      if (does && !mayBy(who, comment.says, required)) throw new Error(`${who} did ${JSON.stringify(comment.text)}`);
    }
  };
  fc.assert(fc.property(madeComments, fc.boolean(), check), { numRuns: 10_000 });
  // Half of them would otherwise be nothing that could be executed by mistake.
  expect(executed).toBeGreaterThan(3_000);
});

interface EverythingSaid {
  readonly said: Said;
  readonly answers: SaidAnswers["answers"];
  readonly snoozes: SaidAnswers["snoozes"];
}

const silence: EverythingSaid = { said: nothingSaid, answers: [], snoozes: [] };

async function saidBy(comment: MadeComment, author: Actor | null, edited: boolean): Promise<EverythingSaid> {
  const stands = { createdAt: minutesAgo(5), hidden: false, belongs: true };
  const comments = [{ id: 1, nodeId: "IC_1", body: comment.text, author, edited, ...stands }];
  const { github } = smallGitHub({ roles: { grace: "admin" } });
  const thread = { kind: "pull_request", ...place, author: grace, mergedAt: null, comments, servers: [grace] } as const;
  const means = { github, policy: advising, webUrl: place.webUrl };
  const { answers, snoozes } = await readAnswers(thread, means);
  return { said: await readSaid(thread, means), answers, snoozes };
}

describe("nothing is said", () => {
  test.each<[string, Actor | null, boolean]>([
    ["by a comment that anybody edited", grace, true],
    ["by a bot of the same name", { login: "grace", kind: "bot" }, false],
    ["by an account that is gone", null, false],
  ])("%s", async (_title, author, edited) => {
    await fc.assert(
      fc.asyncProperty(madeComments, async (comment) => {
        expect(await saidBy(comment, author, edited)).toEqual(silence);
      }),
      { numRuns: 1_000 },
    );
  });

  test("by what only looks like a command, whoever wrote it", async () => {
    const disguised = madeComments.filter(({ says }) => says === null);
    await fc.assert(
      fc.asyncProperty(disguised, async (comment) => {
        expect(await saidBy(comment, grace, false)).toEqual(silence);
      }),
      { numRuns: 1_000 },
    );
  });
});

test("what is a command is understood as the one that it is", () => {
  const commanding = madeComments.filter(({ says }) => says !== null);
  fc.assert(
    fc.property(commanding, ({ text, says }) => {
      expect(parseCommand(text)).toMatchObject({ kind: "command", name: says });
    }),
  );
});
