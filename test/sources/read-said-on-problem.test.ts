import { describe, expect, test } from "vitest";
import type { Actor, KnownRole } from "../../src/core/facts/actor.ts";
import { readSaid } from "../../src/sources/read-said.ts";
import type { CommandComment } from "../../src/sources/ports.ts";
import { ada, advising, minutesAgo } from "../support/facts.ts";

const grace: Actor = { login: "grace", kind: "user" };

function believes(by: Actor, text: string, minutes: number): CommandComment {
  const plain = { edited: false, hidden: false, belongs: false };
  const body = `/outcome hypothesis ${text}`;
  return { id: 100 - minutes, nodeId: `IC_${minutes}`, body, author: by, createdAt: minutesAgo(minutes), ...plain };
}

const theirs = believes(grace, "theirs", 20);
const own = (minutes: number) => believes(ada, "own", minutes);

/** On a thread of ada's. */
async function read(
  comments: readonly CommandComment[],
  roles: Readonly<Record<string, KnownRole>>,
  kind: "problem" | "pull_request" = "problem",
) {
  const asked: string[] = [];
  const readRole = async (_place: unknown, login: string) => {
    asked.push(login);
    const role = roles[login] ?? "none";
    return role === "unread" ? "none" : role;
  };
  const thread = { kind, repository: { owner: "acme", name: "shop" }, author: ada, mergedAt: null, comments };
  const said = await readSaid(thread, { github: { readRole }, policy: advising, webUrl: "https://github.com" });
  return { said, asked: asked.toSorted() };
}

describe("what a problem's author believes, after others said something else,", () => {
  test.each<{ title: string; roles: Readonly<Record<string, KnownRole>>; text: string }>([
    { title: "yields to it where they have no role", roles: { grace: "write" }, text: "theirs" },
    { title: "takes its place where they have one", roles: { grace: "write", ada: "write" }, text: "own" },
    { title: "counts where theirs does not", roles: {}, text: "own" },
  ])("$title", async ({ roles, text }) => {
    const { said, asked } = await read([own(30), theirs, own(10)], roles);
    expect(said).toMatchObject({ hypothesis: { text }, undetermined: false });
    expect(asked).toEqual(["ada", "grace"]);
  });

  test("stays open while GitHub does not tell their role", async () => {
    const { said } = await read([theirs, own(10)], { grace: "write", ada: "unknown" });
    expect(said).toMatchObject({ hypothesis: { text: "theirs" }, undetermined: true });
  });
});

test("a problem's author is asked for no role before others said something", async () => {
  const { said, asked } = await read([own(30), theirs], { grace: "write" });
  expect(said.hypothesis?.text).toBe("theirs");
  expect(asked).toEqual(["grace"]);
});

test("on their own pull request an author has the last word without a role", async () => {
  const { said, asked } = await read([theirs, own(10)], { grace: "write" }, "pull_request");
  expect(said.hypothesis?.text).toBe("own");
  expect(asked).toEqual(["grace"]);
});
