import { describe, expect, test } from "vitest";
import type { PullRequestFacts } from "../../../src/core/facts/facts.ts";
import type { Role } from "../../../src/core/facts/actor.ts";
import { measuredBy } from "../../../src/core/follow-up/record.ts";
import type { Statements } from "../../../src/core/statements/statements.ts";
import { isWrittenByWriter } from "../../../src/sources/metrics/written-by-writer.ts";
import { hypothesis, issue, link, nothingStated, place, pullRequestFacts, stated } from "../../support/facts.ts";

const roles: Readonly<Record<string, Role | "unknown">> = {
  ada: "write",
  max: "admin",
  tri: "triage",
  olu: "read",
  una: "unknown",
};

async function readRole(_repository: unknown, login: string): Promise<Role | "unknown"> {
  return roles[login] ?? "none";
}

async function isWritten(facts: PullRequestFacts): Promise<"yes" | "no" | "unknown"> {
  const measure = measuredBy(facts);
  if (measure === null) throw new Error("nothing is measured");
  return isWrittenByWriter(facts, measure, { readRole });
}

const measured = hypothesis("We believe ...", { metric: "carts" });

function by(login: string | null, kind: "user" | "bot" = "user") {
  return login === null ? null : { login, kind };
}

/** Ada's pull request for a problem of somebody's. */
function stating(login: string, own: Partial<Statements>): PullRequestFacts {
  const problem = issue("#12", { author: by(login), statements: { ...nothingStated, ...own } });
  return pullRequestFacts({ pullRequest: { author: by("ada") }, links: [link(problem)] });
}

function saidBy(login: string, author: string): PullRequestFacts {
  return pullRequestFacts({
    pullRequest: { author: by(author) },
    says: { metric: stated("carts", place(login, "comment")) },
  });
}

describe("who wrote which metric is meant", () => {
  test.each([
    [by("ada"), "yes"],
    [by("max"), "yes"],
    [by("tri"), "no"],
    [by("olu"), "no"],
    [by("una"), "unknown"],
    [by("ada", "bot"), "no"],
    [null, "no"],
  ])("the author of the pull request: %o", async (author, may) => {
    expect(await isWritten(pullRequestFacts({ pullRequest: { author }, says: { hypothesis: measured } }))).toBe(may);
  });

  const says: readonly Partial<Statements>[] = [{ hypothesis: measured }, { metric: stated("carts") }];

  test.each(says)("the author of the problem, who may be another than that of the pull request: %o", async (own) => {
    expect([await isWritten(stating("olu", own)), await isWritten(stating("ada", own))]).toEqual(["no", "yes"]);
  });

  test("the author of a parent", async () => {
    const parent = issue("#3", { author: by("ada"), statements: { ...nothingStated, hypothesis: measured } });
    const facts = pullRequestFacts({ pullRequest: { author: by("olu") }, links: [link(issue("#12"), [parent])] });
    expect(await isWritten(facts)).toBe("yes");
  });

  test("who said it in a comment", async () => {
    expect([await isWritten(saidBy("ada", "olu")), await isWritten(saidBy("olu", "ada"))]).toEqual(["yes", "no"]);
  });
});
