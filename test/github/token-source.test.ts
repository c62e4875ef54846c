import { expect, test } from "vitest";
import { tokenSource } from "../../src/github/token-source.ts";

/** A GitHub that numbers its tokens, and a clock that is put forward by hand. */
function office() {
  const asked: number[] = [];
  const state = { time: Date.parse("2025-03-01T12:00:00Z"), ahead: 0, failing: false };
  const request = async (_route: string, { installation_id: id }: { installation_id: number }) => {
    asked.push(id);
    if (state.failing) throw new Error("not now");
    return { data: { token: `ghs_${asked.length}`, expires_at: new Date(state.time + 3_600_000).toISOString() } };
  };
  const source = tokenSource({
    asApp: async () => ({ request }),
    installation: 5,
    now: () => new Date(state.time + state.ahead),
  });
  return { asked, state, source };
}

test("one token serves all requests of its hour, also those that ask at once", async () => {
  const { asked, source } = office();
  expect(await Promise.all([source.token(), source.token()])).toEqual(["ghs_1", "ghs_1"]);
  expect(await source.token()).toBe("ghs_1");
  expect(asked).toEqual([5]);
});

test.each([
  [54, "ghs_1"],
  [55, "ghs_2"],
  [90, "ghs_2"],
])("after %i minutes the token is %s", async (minutes, expected) => {
  const { state, source } = office();
  await source.token();
  state.time += minutes * 60_000;
  expect(await source.token()).toBe(expected);
  expect(await source.token()).toBe(expected);
});

test("a clock that is an hour ahead of GitHub's asks no more often", async () => {
  const { asked, state, source } = office();
  state.ahead = 3_600_000;
  await source.token();
  expect(await source.token()).toBe("ghs_1");
  expect(asked).toHaveLength(1);
});

test("those who find it old at once ask for one new token", async () => {
  const { asked, state, source } = office();
  await source.token();
  state.time += 3_600_000;
  expect(await Promise.all([source.token(), source.token()])).toEqual(["ghs_2", "ghs_2"]);
  expect(asked).toHaveLength(2);
});

test("a token that GitHub no longer takes is replaced", async () => {
  const { source } = office();
  await source.token();
  source.forgetToken();
  expect(await source.token()).toBe("ghs_2");
});

test("a failure is told and not kept", async () => {
  const { state, source } = office();
  state.failing = true;
  await expect(source.token()).rejects.toThrow("not now");
  state.failing = false;
  expect(await source.token()).toBe("ghs_2");
});
