import { expect, onTestFinished, test } from "vitest";
import { lookIndex } from "../../src/queue/known-looks.ts";
import { policyIndex } from "../../src/queue/known-policies.ts";
import { problemIndex } from "../../src/queue/known-problems.ts";
import { threadIndex } from "../../src/queue/thread-index.ts";
import { onEveryStore } from "../support/stores.ts";

const shop = { installation: 7, repositoryId: 70, owner: "ada", name: "shop" };
const MONDAY = new Date("2026-03-02T12:00:00Z");
const TUESDAY = new Date("2026-03-03T12:00:00Z");

const problem = (number: number, title = "Slow") => ({ number, title, words: "so slow", foundBy: "kind" }) as const;

onEveryStore("open problems", (openStore) => {
  async function open() {
    const database = await openStore();
    onTestFinished(() => database.close());
    const problems = problemIndex(database);
    const numbers = async (of = shop) => (await problems.of(of)).map(({ number }) => number);
    return { database, problems, numbers, threads: threadIndex(database), policies: policyIndex(database) };
  }

  test("are kept as they were last seen, the newest first, each repository's its own", async () => {
    const { problems, numbers } = await open();
    await problems.note(shop, problem(1), MONDAY);
    await problems.note(shop, problem(2), MONDAY);
    await problems.note(shop, problem(1, "Slower\0"), TUESDAY);
    expect(await problems.of(shop)).toEqual([
      { number: 2, title: "Slow", words: "so slow", foundBy: "kind" },
      { number: 1, title: "Slower ", words: "so slow", foundBy: "kind" },
    ]);
    expect(await numbers({ ...shop, repositoryId: 71 })).toEqual([]);
    expect(await numbers({ ...shop, installation: 8 })).toEqual([]);
  });

  test("are at most a thousand of a repository: the oldest go", async () => {
    const { problems, numbers } = await open();
    const many = Array.from({ length: 1001 }, (_, at) => problem(at + 1));
    await problems.replaceListed(shop, many, MONDAY);
    expect([(await numbers()).length, (await numbers()).at(-1)]).toEqual([1000, 2]);
    await problems.note(shop, problem(2000), MONDAY);
    expect([(await numbers()).length, (await numbers()).at(-1)]).toEqual([1000, 3]);
  });

  test("that a list lacks are none any more, but for those that only a look tells, or that were looked at since", async () => {
    const { problems, numbers } = await open();
    await problems.note(shop, problem(1), MONDAY);
    await problems.note(shop, { ...problem(2), foundBy: "form" }, MONDAY);
    await problems.note(shop, problem(3), new Date(TUESDAY.getTime() + 1));
    await problems.note({ ...shop, repositoryId: 71 }, problem(1), MONDAY);
    await problems.replaceListed(shop, [problem(4)], TUESDAY);
    expect(await numbers()).toEqual([4, 3, 2]);
    expect(await numbers({ ...shop, repositoryId: 71 })).toEqual([1]);
  });

  test("keep what a look found after the list was begun", async () => {
    const { problems } = await open();
    await problems.note(shop, problem(1, "New"), TUESDAY);
    await problems.replaceListed(shop, [problem(1, "Old")], MONDAY);
    expect((await problems.of(shop)).map(({ title }) => title)).toEqual(["New"]);
  });

  test("that were closed while they were listed do not come back by the list", async () => {
    const { database, problems, numbers } = await open();
    const looks = lookIndex(database);
    const look = { silentSince: null, isOpen: false };
    await problems.note(shop, problem(1), MONDAY);
    await problems.forget({ ...shop, number: 1 });
    await looks.note({ ...shop, number: 1 }, { ...look, at: TUESDAY });
    await looks.note({ ...shop, number: 2 }, { ...look, at: MONDAY });
    await looks.note({ ...shop, repositoryId: 71, number: 3 }, { ...look, at: TUESDAY });
    await problems.replaceListed(shop, [problem(1), problem(2), problem(3)], TUESDAY);
    expect(await numbers()).toEqual([3, 2]);
  });

  test("tell when they were listed, where the repository is known", async () => {
    const { problems, policies } = await open();
    expect(await problems.listedAt(shop)).toBeNull();
    await policies.note(shop, "advises");
    expect(await problems.listedAt(shop)).toBeNull();
    await problems.replaceListed(shop, [], TUESDAY);
    expect(await problems.listedAt(shop)).toEqual(TUESDAY);
    await problems.forgetListed(shop);
    expect(await problems.listedAt(shop)).toBeNull();
  });

  test.each(["forget", "forgetThread", "forgetRepository", "forgetInstallation"] as const)(
    "are gone after %s",
    async (how) => {
      const { problems, threads, numbers } = await open();
      await problems.note(shop, problem(1), MONDAY);
      const thread = { ...shop, number: 1 };
      if (how === "forget") await problems.forget(thread);
      else if (how === "forgetThread") await threads.forgetThread(thread);
      else if (how === "forgetRepository") await threads.forgetRepository(shop);
      else await threads.forgetInstallation(shop.installation);
      expect(await numbers()).toEqual([]);
    },
  );
});
