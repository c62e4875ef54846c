import { describe, expect, test } from "vitest";
import type { Arrival, Recorded } from "../../src/queue/deliveries.ts";
import { openQueue } from "../../src/queue/queue.ts";
import { deliveryRecorder } from "../../src/queue/record-deliveries.ts";
import { delivery, reconcile } from "../support/queue.ts";
import { silentLogger } from "../support/silent-logger.ts";
import { onEveryStore } from "../support/stores.ts";

function arrival(id: string, jobs: Arrival["jobs"] = []): Arrival {
  return { delivery: delivery(id), jobs };
}

function idsOf(arrivals: readonly Arrival[]): readonly string[] {
  return arrivals.map(({ delivery: { deliveryId } }) => deliveryId);
}

/** A store whose transactions end when the test says so; what is told of each stands in `groups`. */
function slowStore() {
  const groups: (readonly string[])[] = [];
  const ends: { readonly well: () => void; readonly badly: (error: Error) => void }[] = [];
  const store = (arrivals: readonly Arrival[]) =>
    new Promise<readonly Recorded[]>((resolve, reject) => {
      groups.push(idsOf(arrivals));
      ends.push({ well: () => resolve(arrivals.map(() => "recorded")), badly: reject });
    });
  /** Ends the transaction with this number, which the recorder may only be about to begin. */
  const end = async (index: number, how: "well" | Error) => {
    await expect.poll(() => ends.length).toBeGreaterThan(index);
    if (how === "well") ends[index]?.well();
    else ends[index]?.badly(how);
  };
  return { store, groups, end };
}

function sqlError(code: string): Error {
  return Object.assign(new Error(`SQLSTATE ${code}`), { code });
}

async function settled(promises: readonly Promise<unknown>[]): Promise<readonly string[]> {
  const results = await Promise.allSettled(promises);
  return results.map((result) => (result.status === "fulfilled" ? String(result.value) : String(result.reason)));
}

describe("deliveries that arrive together", () => {
  test("wait for the transaction under way and then share one", async () => {
    const { store, groups, end } = slowStore();
    const record = deliveryRecorder(store);
    const answers = settled(["a", "b", "c"].map((id) => record(arrival(id))));
    await end(0, "well");
    await end(1, "well");
    expect(await answers).toEqual(["recorded", "recorded", "recorded"]);
    expect(groups).toEqual([["a"], ["b", "c"]]);
  });

  test("hear of their own transaction, and of no later one", async () => {
    const { store, end } = slowStore();
    const record = deliveryRecorder(store);
    const first = record(arrival("a"));
    let isSecondAnswered = false;
    const second = record(arrival("b")).finally(() => (isSecondAnswered = true));
    await end(0, "well");
    expect(await first).toBe("recorded");
    expect(isSecondAnswered).toBe(false);
    await end(1, "well");
    expect(await second).toBe("recorded");
  });

  test("are tried alone when the store refuses them together, so that one of them fails no other", async () => {
    const { store, groups, end } = slowStore();
    const record = deliveryRecorder(store);
    const answers = settled(["a", "b", "poisoned", "c"].map((id) => record(arrival(id))));
    await end(0, "well");
    await end(1, sqlError("22P05"));
    await end(2, "well");
    await end(3, sqlError("22P05"));
    await end(4, "well");
    expect(await answers).toEqual(["recorded", "recorded", "Error: SQLSTATE 22P05", "recorded"]);
    expect(groups).toEqual([["a"], ["b", "poisoned", "c"], ["b"], ["poisoned"], ["c"]]);
  });

  test.each([sqlError("57P01"), new Error("Connection terminated"), sqlError("ECONNREFUSED")])(
    "all fail at once when the store itself does (%s): none of them waits for the others' failures",
    async (error) => {
      const { store, groups, end } = slowStore();
      const record = deliveryRecorder(store);
      const answers = settled(["a", "b", "c"].map((id) => record(arrival(id))));
      await end(0, "well");
      await end(1, error);
      expect(await answers).toEqual(["recorded", String(error), String(error)]);
      expect(groups).toHaveLength(2);
      const later = record(arrival("d"));
      await end(2, "well");
      expect(await later).toBe("recorded");
    },
  );

  test("pass a transaction that hangs, some at a time, and nobody waits for it but its own", async () => {
    const { store, groups, end } = slowStore();
    const record = deliveryRecorder(store, 1);
    const answers: Promise<readonly string[]>[] = [];
    for (const id of ["a", "b", "c", "d", "e"]) {
      await expect.poll(() => groups.length).toBe(answers.length);
      answers.push(settled([record(arrival(id))]));
    }
    const last = record(arrival("f"));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(groups).toEqual([["a"], ["b"], ["c"], ["d"]]);
    await end(2, "well");
    expect(await answers[2]).toEqual(["recorded"]);
    await end(4, "well");
    expect(await last).toBe("recorded");
    expect(groups.slice(4)).toEqual([["e", "f"]]);
    await end(0, new Error("Connection terminated"));
    await end(1, "well");
    await end(3, "well");
    const told = ["Error: Connection terminated", "recorded", "recorded", "recorded", "recorded"];
    expect((await Promise.all(answers)).flat()).toEqual(told);
  });

  test("go in groups that are not too large, by deliveries and by jobs", async () => {
    const groups: (readonly string[])[] = [];
    const record = deliveryRecorder(async (arrivals) => {
      groups.push(idsOf(arrivals));
      return arrivals.map(() => "recorded");
    });
    const small = Array.from({ length: 151 }, (_, index) => arrival(String(index)));
    const jobs = Array.from({ length: 300 }, (_, index) => reconcile(index + 1));
    const large = [arrival("x", jobs), arrival("y", jobs), arrival("z", [...jobs, ...jobs])];
    await Promise.all([...small, ...large].map(record));
    expect(groups.map((group) => group.length)).toEqual([1, 100, 51, 1, 1]);
    expect(groups.slice(-2)).toEqual([["y"], ["z"]]);
    expect(groups[2]).toContain("x");
  });

  test("fail alone, and before they join the others, where a job of theirs cannot be stored", async () => {
    const { store, groups, end } = slowStore();
    const record = deliveryRecorder(store);
    const answers = settled([record(arrival("a")), record(arrival("b", [reconcile(-1)])), record(arrival("c"))]);
    await end(0, "well");
    await end(1, "well");
    const [a, b, c] = await answers;
    expect([a, c]).toEqual(["recorded", "recorded"]);
    expect(b).toContain("number");
    expect(groups).toEqual([["a"], ["c"]]);
  });
});

onEveryStore("deliveries that are stored together", (openStore) => {
  test("are each told their own outcome, and their jobs merge", async () => {
    const database = await openStore();
    const queue = await openQueue({ database, logger: silentLogger });
    await queue.record(delivery("seen"), []);
    const body = { bodyDigest: delivery("b").bodyDigest };
    const outcomes = await Promise.all([
      queue.record(delivery("a"), [reconcile(1)]),
      queue.record(delivery("b"), [reconcile(1), reconcile(2)]),
      queue.record(delivery("seen"), [reconcile(3)]),
      queue.record({ ...delivery("c"), ...body }, [reconcile(2)]),
      queue.record(delivery("b"), [reconcile(4)]),
    ]);
    expect(outcomes).toEqual(["recorded", "recorded", "repeated", "replayed", "repeated"]);
    expect(await queue.counts()).toMatchObject({ waiting: 2 });
    await queue.stop();
    await database.close();
  });

  test("are stored although one among them cannot be", async () => {
    const database = await openStore();
    const queue = await openQueue({ database, logger: silentLogger });
    const outcomes = await settled([
      queue.record(delivery("a"), [reconcile(1)]),
      queue.record(delivery("b"), [reconcile(2)]),
      queue.record(delivery("\0"), [reconcile(3)]),
      queue.record(delivery("c"), [reconcile(4)]),
    ]);
    expect(outcomes).toEqual(["recorded", "recorded", expect.stringContaining("Unicode"), "recorded"]);
    expect(await queue.counts()).toMatchObject({ waiting: 3 });
    await queue.stop();
    await database.close();
  });
});
