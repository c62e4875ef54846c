import { expect, test } from "vitest";
import { openIntakeRoom } from "../../src/server/intake-room.ts";

function openRoom() {
  const out: string[] = [];
  const room = openIntakeRoom({ each: 10, shared: 100 });
  return { out, enter: (name: string) => room.enter(() => void out.push(name)) };
}

test("any number of small bodies fit", () => {
  const { out, enter } = openRoom();
  for (let body = 0; body < 1000; body += 1) enter(`${body}`).grow(10);
  expect(out).toEqual([]);
});

test("the largest body is put out when another needs its room", () => {
  const { out, enter } = openRoom();
  enter("large").grow(90);
  enter("small").grow(40);
  expect(out).toEqual(["large"]);
});

test("a body is put out itself where it is the largest", () => {
  const { out, enter } = openRoom();
  enter("small").grow(40);
  const large = enter("large");
  large.grow(60);
  large.grow(60);
  expect(out).toEqual(["large"]);
});

test("a body that was read whole stays, and whoever comes later has less room", () => {
  const { out, enter } = openRoom();
  const read = enter("read");
  read.grow(100);
  read.keep();
  enter("next").grow(30);
  expect(out).toEqual(["next"]);
});

test("who leaves gives the room back", () => {
  const { out, enter } = openRoom();
  const first = enter("first");
  first.grow(100);
  first.leave();
  enter("second").grow(100);
  expect(out).toEqual([]);
});
