import { expect, test } from "vitest";
import { onGivenUp } from "../../src/jobs/on-given-up.ts";

const repository = { id: 70, owner: "acme", name: "shop" };
const thread = { installation: 7, repository, number: 3 };

const outage = new Error("502");
const jobsFor = onGivenUp((error) => (error === outage ? "github" : "ours"));

test("that a pull request was given up on is said on its check, and whoever failed", () => {
  const look = { kind: "reconcile-pull-request", ...thread } as const;
  expect(jobsFor(look, outage)).toEqual([{ kind: "tell-given-up", ...thread, failing: "github" }]);
  expect(jobsFor(look, new Error("a bug"))).toEqual([{ kind: "tell-given-up", ...thread, failing: "ours" }]);
});

test("of other work, and of saying so itself, nothing is said", () => {
  expect(jobsFor({ kind: "review-problem", ...thread }, outage)).toEqual([]);
  expect(jobsFor({ kind: "tell-given-up", ...thread, failing: "ours" }, outage)).toEqual([]);
});
