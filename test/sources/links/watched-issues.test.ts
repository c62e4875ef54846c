import { describe, expect, test } from "vitest";
import { watchedIssues } from "../../../src/sources/links/watched-issues.ts";
import { reference } from "../../support/facts.ts";
import { found, issueReading, placeOf } from "../../support/readings.ts";

const asked = reference("acme/old#12");
const here = { ...reference("#12"), repositoryId: 70 };

describe("what is waited for", () => {
  test("is the linked issue and the line of its parents, those included that may not be shown", () => {
    const hidden = issueReading("acme/secret#1", { visibility: "private", repositoryId: 80 });
    expect(watchedIssues(found(issueReading("#12"), [issueReading("#3"), hidden]))).toEqual([
      reference("#12"),
      here,
      { ...reference("#3"), repositoryId: 70 },
      { ...reference("acme/secret#1"), repositoryId: 80 },
    ]);
  });

  test("of an issue or repository that moved, is both places", () => {
    expect(watchedIssues({ kind: "issue", asked, issue: issueReading("#12"), parents: [] })).toEqual([asked, here]);
  });

  test.each(["pull-request", "missing", "gone"] as const)(
    "of a number that is no issue now, is its place: %s",
    (kind) => {
      const place = placeOf(reference("#12"), "private");
      expect(watchedIssues({ kind, asked, place })).toEqual([{ ...asked, repositoryId: 70 }, here]);
    },
  );

  test.each(["moved-away", "unreadable", "unreachable"] as const)(
    "where nothing is told, is what was written: %s",
    (kind) => {
      expect(watchedIssues({ kind, asked })).toEqual([asked]);
    },
  );
});
