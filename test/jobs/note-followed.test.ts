import { expect, onTestFinished, test } from "vitest";
import { noteFollowed } from "../../src/jobs/note-followed.ts";
import { followUpIndex } from "../../src/queue/known-follow-ups.ts";
import { servedOn } from "../support/follow-ups.ts";
import { openTestStore } from "../support/store.ts";

const place = { installation: 7, repository: { id: 70, owner: "acme", name: "store" } };

async function open() {
  const store = await openTestStore();
  onTestFinished(() => store.close());
  const followUps = followUpIndex(store);
  const note = async (number: number, problem: string | null) => {
    const { record } = servedOn(number, new Date("2026-03-02T12:00:00Z"));
    const home = await noteFollowed(place, { ...record, pull_request: `acme/shop#${number}`, problem }, followUps);
    return home === null ? null : `${home.on} ${home.number}`;
  };
  return { followUps, note };
}

test("merged work is followed up on its problem, also after the repository was renamed", async () => {
  const { note } = await open();
  expect(await note(12, "acme/Shop#7")).toBe("problem 7");
  expect(await note(13, "acme/shop#7")).toBe("problem 7");
});

test("what is about a problem elsewhere is followed up on the first that was merged for it", async () => {
  const { note } = await open();
  expect(await note(12, "acme/ideas#7")).toBe("pull_request 12");
  expect(await note(13, "acme/ideas#7")).toBe("pull_request 12");
  expect(await note(14, "acme/ideas#8")).toBe("pull_request 14");
});

test("what is about no problem on GitHub is followed up on its own", async () => {
  const { note } = await open();
  expect(await note(12, null)).toBe("pull_request 12");
  expect(await note(13, null)).toBe("pull_request 13");
});

test("what is known stays where it is", async () => {
  const { note, followUps } = await open();
  await note(12, "acme/shop#7");
  await followUps.noteServed({ ...place, number: 12, on: "pull_request" }, 12);
  expect(await note(12, "acme/shop#7")).toBeNull();
  expect(await followUps.homeOf({ installation: 7, repositoryId: 70 }, 12)).toMatchObject({ number: 12 });
});
