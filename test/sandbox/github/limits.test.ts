import { expect, test } from "vitest";
import { documented, newLimits } from "../../../src/sandbox/github/server/limits.ts";

const noon = Date.parse("2026-03-02T12:00:00Z");
const after = (seconds: number) => new Date(noon + seconds * 1000);
const of = { installationId: 5, path: "/repos/a/b/check-runs" };
const write = { ...of, operation: "checks/create", kind: "write" } as const;
const comment = { ...of, operation: "issues/create-comment", kind: "write" } as const;
const query = { ...of, operation: "Thread", kind: "read", path: "/graphql" } as const;

test("points are counted in a sliding minute, in either API by itself", () => {
  const limits = newLimits();
  for (let i = 0; i < documented.restAMinute / 5; i += 1) expect(limits.count(write, after(i / 10))).toBe("within");
  expect(limits.count(query, after(30))).toBe("within");
  expect(limits.count(write, after(59))).toBe("over");
  expect(limits.peaks(5)).toMatchObject({ restAMinute: 905, graphqlAMinute: 1 });
  expect(limits.count(write, after(62))).toBe("within");
  expect(limits.peaks(6)).toMatchObject({ restAMinute: 0 });
});

test("what creates content has limits of its own, within a minute and an hour", () => {
  const limits = newLimits();
  for (let i = 0; i < documented.createdAMinute; i += 1) expect(limits.count(comment, after(0))).toBe("within");
  expect(limits.count(comment, after(1))).toBe("over");
  for (let i = 81; i < documented.createdAnHour; i += 1) expect(limits.count(comment, after(i * 3))).toBe("within");
  expect(limits.count(comment, after(1600))).toBe("over");
  expect(limits.peaks(5).createdAnHour).toBe(501);
});

test("tokens and what the app asks for itself count for no installation", () => {
  const limits = newLimits();
  limits.count({ ...write, kind: "token" }, after(0));
  limits.count({ ...write, installationId: null }, after(0));
  expect(limits.peaks(5).restAMinute).toBe(0);
});
