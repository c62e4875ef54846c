import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { readingTurns } from "../../src/server/reading-turns.ts";

function openConnections() {
  const told: string[] = [];
  const connection = (name: string) => ({
    pause: () => void told.push(`${name} waits`),
    resume: () => void told.push(`${name} is read`),
  });
  return { told, connection };
}

test("of the connections that wait, one is read from in each turn, in the order in which they came", async () => {
  const { told, connection } = openConnections();
  const turns = readingTurns();
  for (const name of ["first", "second", "third"]) turns.wait(connection(name));
  const waiting = ["first waits", "second waits", "third waits"];
  expect(told).toEqual(waiting);
  await nextTurn();
  expect(told).toEqual([...waiting, "first is read"]);
  await nextTurn();
  expect(told).toEqual([...waiting, "first is read", "second is read"]);
});

test("a connection that brings several pieces at once has one turn for them", async () => {
  const { told, connection } = openConnections();
  const turns = readingTurns();
  const [busy, other] = [connection("busy"), connection("other")];
  for (const one of [busy, busy, busy, other]) turns.wait(one);
  for (let turn = 0; turn < 4; turn += 1) await nextTurn();
  expect(told.filter((line) => line.endsWith("read"))).toEqual(["busy is read", "other is read"]);
});

test("whoever comes after all have been read from waits for one turn alone", async () => {
  const { told, connection } = openConnections();
  const turns = readingTurns();
  turns.wait(connection("early"));
  await nextTurn();
  await nextTurn();
  turns.wait(connection("late"));
  await nextTurn();
  expect(told).toEqual(["early waits", "early is read", "late waits", "late is read"]);
});
