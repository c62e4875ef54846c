import { describe, expect, onTestFinished, test } from "vitest";
import { threadIndex } from "../../src/queue/thread-index.ts";
import type { LinkTarget, ThreadRef } from "../../src/queue/thread-index.ts";
import { openTestStore } from "../support/store.ts";

const pullRequest: ThreadRef = { installation: 7, repositoryId: 70, owner: "Ada", name: "Engine", number: 5 };
const issue = { repositoryId: 70, owner: "Ada", name: "Engine", number: 1 };
const target: LinkTarget = { repositoryId: 70, owner: "Ada", name: "Engine", number: 1 };

async function openIndex() {
  const database = await openTestStore();
  onTestFinished(() => database.close());
  const sent: string[] = [];
  const index = threadIndex({
    ...database,
    transaction: (work) => {
      sent.push("transaction");
      return database.transaction(work);
    },
  });
  return { index, sent };
}

describe("our comment on a thread", () => {
  const comment = { id: 2 ** 40, nodeId: "IC_1", minimisedByUs: false };

  test("is not known at first", async () => {
    const { index } = await openIndex();
    expect(await index.comment(pullRequest)).toBeUndefined();
  });

  test("is remembered as last told", async () => {
    const { index } = await openIndex();
    await index.rememberComment(pullRequest, "none");
    expect(await index.comment(pullRequest)).toBe("none");
    await index.rememberComment(pullRequest, comment);
    expect(await index.comment(pullRequest)).toEqual(comment);
    await index.rememberComment(pullRequest, { ...comment, minimisedByUs: true });
    expect(await index.comment(pullRequest)).toEqual({ ...comment, minimisedByUs: true });
  });

  test("belongs to one thread, however its repository is called", async () => {
    const { index } = await openIndex();
    await index.rememberComment(pullRequest, comment);
    expect(await index.comment({ ...pullRequest, owner: "lovelace", name: "difference" })).toEqual(comment);
    for (const other of [{ number: 6 }, { repositoryId: 71 }, { installation: 8 }]) {
      expect(await index.comment({ ...pullRequest, ...other })).toBeUndefined();
    }
  });

  test.each(["forgetComment", "forgetThread"] as const)("is not known any more after %s", async (forget) => {
    const { index } = await openIndex();
    await index.rememberComment(pullRequest, comment);
    await index[forget](pullRequest);
    expect(await index.comment(pullRequest)).toBeUndefined();
  });
});

describe("links of a pull request", () => {
  test("are replaced as a whole", async () => {
    const { index } = await openIndex();
    await index.replaceLinks(pullRequest, [target, { owner: "Bob", name: "Site", number: 3 }]);
    await index.replaceLinks(pullRequest, [target, { owner: "Bob", name: "Site", number: 4 }]);
    expect(await index.links(pullRequest)).toEqual([
      { repositoryId: 70, owner: "ada", name: "engine", number: 1 },
      { owner: "bob", name: "site", number: 4 },
    ]);
    await index.replaceLinks(pullRequest, []);
    expect(await index.links(pullRequest)).toEqual([]);
  });

  test("named twice count once, and the repository id that is known is kept", async () => {
    const { index } = await openIndex();
    await index.replaceLinks(pullRequest, [target, { owner: "ADA", name: "engine", number: 1 }]);
    expect(await index.links(pullRequest)).toEqual([{ repositoryId: 70, owner: "ada", name: "engine", number: 1 }]);
  });

  test("are not written when nothing changed, in whatever order or case they come", async () => {
    const { index, sent } = await openIndex();
    const other = { owner: "Bob", name: "Site", number: 3 };
    await index.replaceLinks(pullRequest, [target, other]);
    await index.replaceLinks(pullRequest, [{ ...other, owner: "BOB" }, target]);
    expect(sent).toEqual(["transaction"]);
  });

  test("are forgotten with the thread", async () => {
    const { index } = await openIndex();
    await index.replaceLinks(pullRequest, [target]);
    await index.forgetThread(pullRequest);
    expect(await index.links(pullRequest)).toEqual([]);
    expect(await index.pullRequestsLinkingTo(issue)).toEqual([]);
  });
});

describe("the pull requests that link to an issue", () => {
  test("are found by name in any case", async () => {
    const { index } = await openIndex();
    await index.replaceLinks(pullRequest, [{ owner: "Ada", name: "Engine", number: 1 }]);
    expect(await index.pullRequestsLinkingTo({ ...issue, owner: "ADA", name: "eNGINE" })).toEqual([pullRequest]);
  });

  test("are found by repository id after a rename", async () => {
    const { index } = await openIndex();
    await index.replaceLinks(pullRequest, [target]);
    expect(await index.pullRequestsLinkingTo({ ...issue, owner: "x", name: "y" })).toEqual([pullRequest]);
  });

  test("are not those that link to another issue or another repository", async () => {
    const { index } = await openIndex();
    await index.replaceLinks(pullRequest, [target]);
    expect(await index.pullRequestsLinkingTo({ ...issue, number: 2 })).toEqual([]);
    expect(await index.pullRequestsLinkingTo({ ...issue, repositoryId: 71, name: "other" })).toEqual([]);
  });

  test("are those of every installation: each looks with its own eyes", async () => {
    const { index } = await openIndex();
    const elsewhere = { ...pullRequest, installation: 8, repositoryId: 80 };
    await index.replaceLinks(pullRequest, [target]);
    await index.replaceLinks(elsewhere, [target]);
    expect(await index.pullRequestsLinkingTo(issue)).toEqual([pullRequest, elsewhere]);
  });

  test("are all of them, the newest first", async () => {
    const { index } = await openIndex();
    for (let number = 1; number <= 201; number += 1) await index.replaceLinks({ ...pullRequest, number }, [target]);
    const found = await index.pullRequestsLinkingTo(issue);
    expect(found.map((thread) => thread.number)).toEqual(Array.from({ length: 201 }, (_, newer) => 201 - newer));
  });

  test("are known by their new name once they say so, though their links stayed the same", async () => {
    const { index } = await openIndex();
    await index.replaceLinks(pullRequest, [target]);
    await index.replaceLinks({ ...pullRequest, owner: "lovelace" }, [target]);
    expect(await index.pullRequestsLinkingTo(issue)).toEqual([{ ...pullRequest, owner: "lovelace" }]);
  });
});

describe("the pull requests that link into a repository", () => {
  const repository = { repositoryId: 70, owner: "Ada", name: "Engine" };

  test("are found by its id, whatever it is called and whichever issue they link to", async () => {
    const { index } = await openIndex();
    await index.replaceLinks(pullRequest, [target, { ...target, number: 2 }]);
    await index.replaceLinks({ ...pullRequest, number: 6 }, [{ ...target, number: 9 }]);
    const found = await index.pullRequestsLinkingInto({ ...repository, owner: "lovelace", name: "difference" });
    expect(found.map(({ number }) => number)).toEqual([6, 5]);
  });

  test("are found by a name that it had, in any case, where its id is not known", async () => {
    const { index } = await openIndex();
    await index.replaceLinks(pullRequest, [{ owner: "Ada", name: "Engine", number: 1 }]);
    expect(await index.pullRequestsLinkingInto({ ...repository, name: "ENGINE" })).toEqual([pullRequest]);
    expect(await index.pullRequestsLinkingInto({ ...repository, name: "engines" })).toEqual([]);
    expect(await index.pullRequestsLinkingInto({ ...repository, owner: "bob" })).toEqual([]);
  });

  test("are all told, of every installation", async () => {
    const { index } = await openIndex();
    for (let number = 1; number <= 203; number += 1) await index.replaceLinks({ ...pullRequest, number }, [target]);
    await index.replaceLinks({ ...pullRequest, installation: 8 }, [target]);
    expect(await index.pullRequestsLinkingInto(repository)).toHaveLength(204);
  });
});

test("with an installation, all of it is forgotten, and nothing else", async () => {
  const { index } = await openIndex();
  const elsewhere = { ...pullRequest, installation: 8 };
  for (const one of [pullRequest, elsewhere]) {
    await index.rememberComment(one, "none");
    await index.replaceLinks(one, [target]);
    await index.noteHead(one, "a".repeat(40));
  }
  await index.forgetInstallation(7);
  expect(await index.comment(pullRequest)).toBeUndefined();
  expect(await index.head(pullRequest)).toBeNull();
  expect(await index.pullRequestsLinkingTo(issue)).toEqual([elsewhere]);
  expect([await index.comment(elsewhere), await index.head(elsewhere)]).toEqual(["none", "a".repeat(40)]);
});
