import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { rightOfWay } from "../../src/queue/right-of-way.ts";

test("what goes ahead is begun before all that waits in turn, and one thing runs at a time", async () => {
  const way = rightOfWay();
  const said: string[] = [];
  const work = (name: string) => async () => {
    said.push(`${name} begins`);
    await nextTurn();
    said.push(`${name} ends`);
    return name;
  };
  const jobs = [way.inTurn(work("job 1")), way.inTurn(work("job 2"))];
  while (said.length === 0) await nextTurn();
  expect(await Promise.all([...jobs, way.ahead(work("delivery"))])).toEqual(["job 1", "job 2", "delivery"]);
  expect(said).toEqual(["job 1", "delivery", "job 2"].flatMap((name) => [`${name} begins`, `${name} ends`]));
});

test("a failure is told to who asked, and the next one goes on", async () => {
  const way = rightOfWay();
  const broken = way.inTurn(async () => {
    throw new Error("no such table");
  });
  const next = way.ahead(async () => "done");
  await expect(broken).rejects.toThrow("no such table");
  expect(await next).toBe("done");
});

test("work in turn lets the process hear first what came from outside", async () => {
  const way = rightOfWay();
  const said: string[] = [];
  setImmediate(() => said.push("heard"));
  await way.inTurn(async () => void said.push("worked"));
  expect(said).toEqual(["heard", "worked"]);
});
