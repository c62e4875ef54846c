import { describe, expect, test } from "vitest";
import type { CommandPolicy } from "../../src/core/commands/permit.ts";
import type { Actor } from "../../src/core/facts/actor.ts";
import { nothingSaid } from "../../src/core/facts/said.ts";
import type { CommandComment } from "../../src/sources/ports.ts";
import type { SpokenThread } from "../../src/sources/read-given.ts";
import { readSaid } from "../../src/sources/read-said.ts";
import { evaluate } from "../../src/core/verdict/evaluate.ts";
import { conclude } from "../../src/core/verdict/verdict.ts";
import { ada, advising, minutesAgo, pullRequestFacts, requiring } from "../support/facts.ts";
import type { SmallGitHub } from "../support/readings.ts";
import { smallGitHub } from "../support/readings.ts";

const grace: Actor = { login: "grace", kind: "user" };
let count = 0;

function says(by: Actor | null, body: string, over: Partial<CommandComment> = {}): CommandComment {
  count += 1;
  const plain = { createdAt: minutesAgo(60), edited: false, hidden: false, belongs: false };
  return { id: count, nodeId: `IC_${count}`, body, author: by, ...plain, ...over };
}

interface Given {
  readonly roles?: SmallGitHub["roles"];
  readonly policy?: CommandPolicy;
  readonly thread?: Partial<SpokenThread>;
}

/** On a pull request of ada's. */
async function read(comments: readonly CommandComment[], { roles = {}, policy = advising, thread = {} }: Given = {}) {
  const { github, asked } = smallGitHub({ roles });
  const repository = { owner: "acme", name: "shop" };
  const spoken = { kind: "pull_request", repository, author: ada, mergedAt: null, comments, ...thread } as const;
  return { said: await readSaid(spoken, { github, policy, webUrl: "https://github.com" }), asked };
}

const number = ({ reference }: { readonly reference: { readonly number: number } }) => reference.number;

describe("what people say", () => {
  test("counts with who said it", async () => {
    const { said } = await read([says(ada, "/outcome link #12"), says(ada, "/outcome skip a typo")]);
    expect(said).toMatchObject({
      links: [{ reference: { owner: "acme", name: "shop", number: 12 }, by: ada }],
      optOut: { reason: "a typo", by: ada, role: "unread" },
    });
  });

  test("counts in the order in which it was said, whatever the order in which it is read", async () => {
    const first = says(ada, "/outcome link #1", { createdAt: minutesAgo(9) });
    const second = says(ada, "/outcome unlink #1", { createdAt: minutesAgo(8) });
    expect((await read([second, first])).said).toMatchObject({ links: [], unlinked: [{ number: 1 }] });
  });

  test("counts in the order of its comments where two were written in one second", async () => {
    const first = says(ada, "/outcome unlink #1");
    const second = says(ada, "/outcome link #1");
    expect((await read([second, first])).said.links.map(number)).toEqual([1]);
  });

  test("is undone when its comment is deleted", async () => {
    const link = says(ada, "/outcome link #1");
    const unlink = says(ada, "/outcome unlink #1");
    expect((await read([link, unlink])).said.links).toEqual([]);
    expect((await read([link])).said.links.map(number)).toEqual([1]);
    expect((await read([])).said).toEqual(nothingSaid);
  });

  test("no longer counts once its comment was edited, and what was said before stands again", async () => {
    const { said } = await read([says(ada, "/outcome skip one"), says(ada, "/outcome skip two", { edited: true })]);
    expect(said.optOut?.reason).toBe("one");
  });

  test("does not count while its comment is hidden", async () => {
    const { said } = await read([says(ada, "/outcome skip one"), says(ada, "/outcome skip two", { hidden: true })]);
    expect(said.optOut?.reason).toBe("one");
  });

  test.each(["/outcome check", "/outcome help", "/outcome chekc", "/outcome skip", "Thanks!"])(
    "%j says nothing that stands",
    async (body) => {
      expect((await read([says(ada, body)])).said).toEqual(nothingSaid);
    },
  );

  test("of a problem is a hypothesis only", async () => {
    const comments = [
      says(ada, "/outcome link #1"),
      says(ada, "/outcome skip a typo"),
      says(ada, "/outcome hypothesis We believe"),
    ];
    expect((await read(comments, { thread: { kind: "problem" } })).said).toEqual({
      ...nothingSaid,
      hypothesis: { text: "We believe", by: ada },
    });
  });

  test("about what is believed counts up to the merge", async () => {
    const comments = [
      says(ada, "/outcome hypothesis before", { createdAt: minutesAgo(50) }),
      says(ada, "/outcome hypothesis after", { createdAt: minutesAgo(30) }),
      says(ada, "/outcome link #1", { createdAt: minutesAgo(30) }),
    ];
    const { said } = await read(comments, { thread: { mergedAt: minutesAgo(40) } });
    expect(said.hypothesis?.text).toBe("before");
    expect(said.links.map(number)).toEqual([1]);
  });
});

describe("whose word counts", () => {
  test.each<[string, Actor | null]>([
    ["a bot", { login: "ada", kind: "bot" }],
    ["an account that is gone", null],
  ])("not that of %s", async (_title, by) => {
    const { said, asked } = await read([says(by, "/outcome link #1")]);
    expect(said).toEqual(nothingSaid);
    expect(asked).toEqual([]);
  });

  test("not that of a bot that opened the thread, nor of a person of its name", async () => {
    const thread = { author: { login: "renovate", kind: "bot" } } as const;
    const { said } = await read([says({ login: "renovate", kind: "user" }, "/outcome link #1")], { thread });
    expect(said).toEqual(nothingSaid);
  });

  test("that of the role which they have now", async () => {
    const comments = [says(grace, "/outcome link #1")];
    expect((await read(comments, { roles: { grace: "triage" } })).said.links.map(number)).toEqual([1]);
    expect((await read(comments, { roles: { grace: "read" } })).said).toEqual(nothingSaid);
  });

  test("while advising a stranger neither skips nor takes back a skip", async () => {
    const own = says(ada, "/outcome skip a typo");
    const roles = { grace: "read", lin: "triage" } as const;
    expect((await read([says(grace, "/outcome skip this")], { roles })).said.optOut).toBeNull();
    expect((await read([own, says(grace, "/outcome unskip")], { roles })).said.optOut?.reason).toBe("a typo");
    const lin: Actor = { login: "lin", kind: "user" };
    expect((await read([own, says(lin, "/outcome unskip")], { roles })).said.optOut).toBeNull();
  });

  test("an outsider's word takes nobody else's place", async () => {
    const comments = [says(ada, "/outcome link #1"), says(grace, "/outcome unlink #1")];
    expect((await read(comments, { roles: { grace: "read" } })).said.links.map(number)).toEqual([1]);
  });

  test("where something is required, a skip is not its author's to say", async () => {
    const comments = [says(ada, "/outcome skip a typo")];
    expect((await read(comments, { policy: requiring, roles: { ada: "triage" } })).said.optOut).toBeNull();
    expect((await read(comments, { policy: requiring, roles: { ada: "write" } })).said.optOut).toMatchObject({
      role: "write",
    });
  });

  test("is left open while GitHub does not tell the role", async () => {
    const { github } = smallGitHub();
    const silent = { ...github, readRole: async () => "unknown" as const };
    const said = await readSaid(
      {
        kind: "pull_request",
        repository: { owner: "acme", name: "shop" },
        author: ada,
        mergedAt: null,
        comments: [says(grace, "/outcome link #1")],
      },
      { github: silent, policy: advising, webUrl: "https://github.com" },
    );
    expect(said).toEqual({ ...nothingSaid, undetermined: true });
  });
});

test("a skip does not let pass what somebody may have taken back, while GitHub does not tell the role", async () => {
  const { github } = smallGitHub({ roles: { ada: "write" } });
  const readRole: typeof github.readRole = async (repository, login) =>
    login === "ada" ? github.readRole(repository, login) : "unknown";
  const comments = [says(ada, "/outcome skip a typo"), says(grace, "/outcome unskip")];
  const spoken = {
    kind: "pull_request",
    repository: { owner: "acme", name: "shop" },
    author: ada,
    mergedAt: null,
    comments,
  } as const;
  const said = await readSaid(spoken, {
    github: { ...github, readRole },
    policy: requiring,
    webUrl: "https://github.com",
  });
  const verdict = evaluate(pullRequestFacts({ said }), requiring);
  expect(conclude(verdict)).toBe("action_required");
});

describe("roles cost requests", () => {
  test("of which there are none where the role does not decide", async () => {
    const comments = [says(ada, "/outcome link #1"), says(ada, "/outcome skip a typo"), says(grace, "/outcome check")];
    expect((await read(comments)).asked).toEqual([]);
  });

  test("and one for each person, however much they said", async () => {
    const comments = [
      says(grace, "/outcome link #1"),
      says({ login: "Grace", kind: "user" }, "/outcome unlink #2"),
      says({ login: "lin", kind: "user" }, "/outcome link #3"),
    ];
    expect((await read(comments)).asked.toSorted()).toEqual(["role of grace", "role of lin"]);
  });

  test("for twenty people at most, those who spoke last", async () => {
    const crowd = Array.from({ length: 30 }, (_, index) =>
      says({ login: `p${index}`, kind: "user" }, "/outcome link #1"),
    );
    const { asked } = await read(crowd);
    expect(asked).toHaveLength(20);
    expect(asked).toContain("role of p29");
    expect(asked).not.toContain("role of p9");
  });

  test("and strangers take nobody's place of the repository's own", async () => {
    const own = says({ login: "tara", kind: "user" }, "/outcome link #1", { belongs: true });
    const crowd = Array.from({ length: 30 }, (_, index) =>
      says({ login: `p${index}`, kind: "user" }, "/outcome unlink #1"),
    );
    const { said, asked } = await read([own, ...crowd], { roles: { tara: "triage" } });
    expect(asked).toHaveLength(20);
    expect(said.links.map(number)).toEqual([1]);
  });
});
