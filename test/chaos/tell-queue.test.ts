import { expect, test } from "vitest";
import { tellQueue } from "../../chaos/storm/tell-queue.ts";
import { NOON, openTestQueue, reconcileOf } from "../support/queue.ts";
import { onEveryStore } from "../support/stores.ts";

const after = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);

onEveryStore("what is left to do after a storm", (openStore) => {
  test("is told by queue, state and kind, with when it is due, and which lines wait and why", async () => {
    const { queue, database, clock } = await openTestQueue({ database: await openStore() });
    await queue.send([reconcileOf(7, 1), reconcileOf(7, 2)]);
    await queue.sendLater(reconcileOf(8, 3), after(90));
    await queue.pause(7, after(60), "a limit");
    await clock.setTime(after(10).getTime());
    expect(await tellQueue(database)).toEqual([
      '1 created in "delayed": reconcile-pull-request, due in 80 to 80 s, tried again up to 0 times',
      '2 created in "jobs": reconcile-pull-request, due in -10 to -10 s, tried again up to 0 times',
      "line 7 is paused for 50 s: a limit",
    ]);
  });

  test("is nothing where nothing waits", async () => {
    const { database } = await openTestQueue({ database: await openStore() });
    expect(await tellQueue(database)).toEqual(["nothing"]);
  });
});
