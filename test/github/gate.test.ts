import { expect, test } from "vitest";
import { openGate } from "../../src/github/gate.ts";

const noon = Date.parse("2026-03-02T12:00:00Z");

function gateAt() {
  const state = { now: noon };
  const gate = openGate(() => new Date(state.now));
  const isOpen = () => {
    try {
      gate.assertOpen();
      return true;
    } catch {
      // What the test is about.
      return false;
    }
  };
  /** In seconds after noon. */
  const close = (named: number | null, sentAt = state.now) => {
    const until = gate.close(named === null ? null : new Date(noon + named * 1000), new Date(sentAt));
    return (until.getTime() - noon) / 1000;
  };
  return { state, isOpen, close };
}

test("it is closed until the time that GitHub named, to the second", () => {
  const { state, isOpen, close } = gateAt();
  expect(isOpen()).toBe(true);
  expect(close(30)).toBe(30);
  expect(isOpen()).toBe(false);
  state.now = noon + 29_999;
  expect(isOpen()).toBe(false);
  state.now = noon + 30_000;
  expect(isOpen()).toBe(true);
});

test("an earlier time does not open it sooner", () => {
  const { close } = gateAt();
  expect([close(300), close(30), close(400)]).toEqual([300, 300, 400]);
});

test("where no time is named it is a minute, and twice as long each time it happens again, up to an hour", () => {
  const { state, close } = gateAt();
  const waits: number[] = [];
  for (let round = 0; round < 8; round += 1) {
    const until = close(null);
    waits.push(until - (state.now - noon) / 1000);
    state.now = noon + until * 1000 + 1000;
  }
  expect(waits).toEqual([60, 120, 240, 480, 960, 1920, 3600, 3600]);
});

test("it begins with a minute again once it went well for as long", () => {
  const { state, close } = gateAt();
  close(null);
  state.now = noon + 60_000;
  expect(close(null)).toBe(180);
  state.now = noon + (180 + 121) * 1000;
  expect(close(null)).toBe(180 + 121 + 60);
});

test("eight requests that were under way together meet one limit, not eight", () => {
  const { state, close } = gateAt();
  const closed = Array.from({ length: 8 }, () => close(null, state.now));
  expect(new Set(closed)).toEqual(new Set([60]));
});
