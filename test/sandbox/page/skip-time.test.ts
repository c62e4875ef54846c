import { expect, test } from "vitest";
import { touchedSince } from "../../../src/sandbox/shown-items.ts";
import { openPage } from "./open-page.ts";

test("a visitor lets the grace pass", async () => {
  const page = openPage();
  const answer = await page.send("/clock", {});
  expect([answer.status, page.clock.skippedMs]).toEqual([303, 3 * 60_000]);
});

test("a visitor lets the time pass until merged work is looked at", async () => {
  const page = openPage({ due: new Date("2026-03-24T10:00:00Z") });
  await page.send("/clock/due", {});
  const now = new Date(Date.parse("2026-03-02T09:00:00Z") + page.clock.skippedMs);
  expect(now > new Date("2026-03-24T10:01:00Z") && now < new Date("2026-03-24T10:02:00Z")).toBe(true);
});

test("what is due already only needs a moment", async () => {
  const page = openPage({ due: new Date("2026-01-01T10:00:00Z") });
  await page.send("/clock/due", {});
  expect(page.clock.skippedMs).toBeLessThan(2 * 60_000);
});

test("a visitor is led to what the app wrote meanwhile, also where it is in an old comment", () => {
  const { github, issue, pullRequest } = openPage();
  const { people } = github;
  const app = "outcome-link";
  const start = new Date("2026-03-02T09:00:00Z");
  people.createLabel({ repository: issue.repository, name: "outcome: due", color: "fbca04", by: "ada" });
  people.addLabel({ on: pullRequest, label: "outcome: due", by: app });
  expect(touchedSince(github, start)).toEqual({ item: pullRequest, comment: null });
  const old = people.comment({ on: issue, body: "Did this help?", by: app });
  const other = people.comment({ on: pullRequest, body: "Did it?", by: app });
  [old.createdAt, other.createdAt] = ["2026-02-03T09:00:00Z", "2026-02-03T09:00:00Z"];
  people.editComment({ comment: old, body: "Not looked at yet", by: app });
  expect(touchedSince(github, start)?.comment).toBe(old);
  const reminder = people.comment({ on: pullRequest, body: "Nobody has said yet", by: app });
  expect(touchedSince(github, start)?.comment).toBe(reminder);
});

test("where nothing is followed up no time passes, and the page says so", async () => {
  const page = openPage();
  const answer = await page.send("/clock/due", {});
  expect([answer.headers.get("location"), page.clock.skippedMs]).toEqual(["/?app=nothing-due", 0]);
  expect(await page.read("/acme/shop/issues?app=nothing-due")).toContain("Merge a pull request first.");
});
