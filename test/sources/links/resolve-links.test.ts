import { describe, expect, test } from "vitest";
import type { FoundLink } from "../../../src/core/facts/link.ts";
import type { ProblemPolicy } from "../../../src/core/facts/problem-policy.ts";
import { formatReference } from "../../../src/core/facts/reference.ts";
import { nothingSaid } from "../../../src/core/facts/said.ts";
import { resolveLinks } from "../../../src/sources/links/resolve-links.ts";
import type { IssueReading, PullRequestReading, ReferenceReading } from "../../../src/sources/ports.ts";
import { readTexts } from "../../../src/sources/read-texts.ts";
import { reference } from "../../support/facts.ts";
import {
  found,
  gatherSettings,
  issueReading,
  placeOf,
  pullRequestReading,
  repositoryReading,
  smallGitHub,
} from "../../support/readings.ts";

function named(...references: readonly string[]): readonly FoundLink[] {
  return references.map((text) => ({
    reference: reference(text),
    origin: { kind: "keyword", quote: `Part of ${text}`, closing: false },
  }));
}

interface Given {
  readonly reading?: Partial<PullRequestReading>;
  readonly links?: readonly FoundLink[];
  readonly holds?: readonly ReferenceReading[];
  readonly problems?: Partial<ProblemPolicy>;
}

async function resolve({ reading = {}, links = [], holds = [], problems = {} }: Given) {
  const { github, asked } = smallGitHub({ references: holds });
  const resolved = await resolveLinks(pullRequestReading(reading), links, {
    github,
    texts: readTexts([], gatherSettings()),
    policy: { ...gatherSettings().problems, ...problems },
    said: nothingSaid,
  });
  return { ...resolved, asked };
}

/** What a team that lists acme/secret takes for a problem. */
const listed = { repositories: ["acme/secret"] };

/** Where `#12` leads, a child of `#3` and of these above it, as a team sees it that lists acme/secret. */
async function unseenOf(...parents: readonly IssueReading[]) {
  const holds = [found(issueReading("#12"), [issueReading("#3"), ...parents])];
  const { links } = await resolve({ links: named("#12"), holds, problems: listed });
  return links[0]?.target;
}

async function targetOf(answer: ReferenceReading, visibility: "public" | "internal" | "private" = "public") {
  const reading = { repository: { ...repositoryReading, visibility } };
  const { links } = await resolve({
    reading,
    links: named(formatReference(answer.asked, repositoryReading)),
    holds: [answer],
  });
  return links[0]?.target;
}

describe("which references are looked up", () => {
  test("none where nothing is linked, and none that GitHub handed over with the pull request", async () => {
    expect((await resolve({})).asked).toEqual([]);
    const developmentLinks = [found(issueReading("#12"))];
    const { asked, links } = await resolve({ reading: { developmentLinks }, links: named("#12") });
    expect(asked).toEqual([]);
    expect(links).toMatchObject([
      { origins: [{ kind: "development" }, { kind: "keyword" }], target: { kind: "found" } },
    ]);
  });

  test("all of them at once, each once, whatever the case", async () => {
    const { asked, links } = await resolve({ links: named("#12", "acme/notes#5", "ACME/Shop#12") });
    expect(asked).toEqual(["references acme/shop#12 acme/notes#5"]);
    expect(links.map(({ origins }) => origins.length)).toEqual([2, 1]);
  });

  test("never the pull request itself", async () => {
    const { asked, links } = await resolve({ links: named("#7", "ACME/shop#7") });
    expect({ asked, links }).toEqual({ asked: [], links: [] });
  });

  test("the first twenty, development links included", async () => {
    const developmentLinks = [found(issueReading("#101")), found(issueReading("#102"))];
    const numbers = Array.from({ length: 30 }, (_, index) => `#${index + 200}`);
    const { asked, links } = await resolve({ reading: { developmentLinks }, links: named(...numbers) });
    expect(asked.join().match(/#/g)).toHaveLength(18);
    expect(links.filter(({ target }) => target.kind === "not-looked-up")).toHaveLength(12);
    expect(links.map(({ reference: { number } }) => number).slice(0, 3)).toEqual([101, 102, 200]);
  });

  test("what GitHub handed over is known even beyond twenty", async () => {
    const developmentLinks = Array.from({ length: 25 }, (_, index) => found(issueReading(`#${index + 100}`)));
    const { asked, links } = await resolve({ reading: { developmentLinks } });
    expect(asked).toEqual([]);
    expect(links.every(({ target }) => target.kind === "found")).toBe(true);
  });

  test("what is not looked up is not waited for either", async () => {
    const numbers = Array.from({ length: 30 }, (_, index) => `#${index + 200}`);
    const { watched } = await resolve({ links: named(...numbers), holds: [found(issueReading("#200"))] });
    expect(new Set(watched.map(({ number }) => number)).size).toBe(20);
    expect(watched).toContainEqual({ ...reference("#200"), repositoryId: 70 });
  });

  test("a hostile body with thousands of references costs one question", async () => {
    const numbers = Array.from({ length: 12_000 }, (_, index) => `#${index + 200}`);
    const { asked, links } = await resolve({ links: named(...numbers) });
    expect(asked).toHaveLength(1);
    expect(links).toHaveLength(12_000);
  });
});

describe("what stands at the other end", () => {
  const asked = reference("#12");

  test.each<[ReferenceReading, string]>([
    [found(issueReading("#12")), "found"],
    [{ kind: "pull-request", asked, place: placeOf(asked, "public") }, "pull-request"],
    [{ kind: "missing", asked, place: placeOf(asked, "public") }, "missing"],
    [{ kind: "gone", asked, place: placeOf(asked, "public") }, "gone"],
    [{ kind: "moved-away", asked }, "moved-away"],
    [{ kind: "unreadable", asked }, "unreadable"],
    [{ kind: "unreachable", asked }, "unreachable"],
  ])("is told apart: $kind", async (answer, kind) => {
    expect(await targetOf(answer)).toMatchObject({ kind });
  });

  const there = reference("acme/secret#5");
  const secret = issueReading("acme/secret#5", { visibility: "private", title: "CANARY", body: "CANARY" });

  test.each<[ReferenceReading]>([
    [found(secret, [issueReading("acme/secret#3", { title: "CANARY" })])],
    [{ kind: "issue", asked, issue: secret, parents: [] }],
    [{ kind: "pull-request", asked: there, place: placeOf(there, "private") }],
    [{ kind: "missing", asked: there, place: placeOf(there, "internal") }],
    [{ kind: "gone", asked: there, place: placeOf(there, "private") }],
  ])("is nothing but less visible, where fewer people can see it: %#", async (answer) => {
    expect(await targetOf(answer)).toEqual({ kind: "less-visible", counts: false });
  });

  test.each<[ReferenceReading]>([
    [found(secret)],
    [{ kind: "pull-request", asked: there, place: placeOf(there, "private") }],
    [{ kind: "missing", asked: there, place: placeOf(there, "private") }],
    [{ kind: "gone", asked: there, place: placeOf(there, "private") }],
  ])("is hidden in another private repository, however private the pull request is: %#", async (answer) => {
    expect(await targetOf(answer, "private")).toMatchObject({ kind: "less-visible" });
    expect(await targetOf(answer, "internal")).toMatchObject({ kind: "less-visible" });
  });

  test.each<[ReferenceReading, string]>([
    [found(issueReading("#12", { visibility: "private" })), "found"],
    [{ kind: "missing", asked, place: placeOf(asked, "private") }, "missing"],
    [{ kind: "gone", asked, place: placeOf(asked, "private") }, "gone"],
  ])("is told in the same private repository: %#", async (answer, kind) => {
    expect(await targetOf(answer, "private")).toMatchObject({ kind });
  });

  test("is told of another internal repository to an internal or private one", async () => {
    const answer = found(issueReading("acme/notes#5", { visibility: "internal" }));
    expect(await targetOf(answer, "internal")).toMatchObject({ kind: "found" });
    expect(await targetOf(answer, "private")).toMatchObject({ kind: "found" });
  });

  test.each<[Partial<ProblemPolicy>, boolean]>([
    [listed, true],
    [{ ...listed, labels: ["pain"] }, true],
    [{ ...listed, labels: ["pain"], parents: false }, false],
    [{ ...listed, labels: ["other"] }, false],
    [{ repositories: ["acme/notes"] }, false],
    [{ labels: ["pain"] }, false],
    [{}, false],
  ])("counts, unseen, when it is a problem in a repository that is listed: %o: %s", async (problems, counts) => {
    const parents = [issueReading("acme/secret#3", { visibility: "private", labels: ["pain"] })];
    const { links } = await resolve({ links: named("acme/secret#5"), holds: [found(secret, parents)], problems });
    expect(links[0]?.target).toEqual({ kind: "less-visible", counts });
  });

  test("counts, unseen, where it was moved to a repository that is listed, and not where it was moved from one", async () => {
    const moved = { kind: "issue", asked, issue: secret, parents: [] } as const;
    const into = await resolve({ links: named("#12"), holds: [moved], problems: listed });
    expect(into.links[0]?.target).toMatchObject({ kind: "less-visible", counts: true });
    const away = { ...moved, asked: there, issue: issueReading("acme/vault#1", { visibility: "private" }) };
    const from = await resolve({ links: named("acme/secret#5"), holds: [away], problems: listed });
    expect(from.links[0]?.target).toEqual({ kind: "less-visible", counts: false });
  });

  test("counts, unseen, above an issue that everybody sees, as far as each one up to it is listed", async () => {
    const vault = issueReading("acme/vault#1", { visibility: "private" });
    const parents = [{ reference: reference("#3") }];
    expect(await unseenOf(secret)).toMatchObject({ kind: "found", parents, countsAbove: true });
    expect(await unseenOf(secret, vault)).toMatchObject({ parents, countsAbove: true });
    expect(await unseenOf(vault, secret)).toMatchObject({ parents, countsAbove: false });
    expect(await unseenOf()).toMatchObject({ parents, countsAbove: false });
    expect(JSON.stringify(await unseenOf(secret))).not.toContain("CANARY");
  });

  test("an issue that moved stands where it is now", async () => {
    const answer: ReferenceReading = { kind: "issue", asked, issue: issueReading("acme/notes#5"), parents: [] };
    expect(await targetOf(answer)).toMatchObject({
      kind: "found",
      moved: true,
      issue: { reference: reference("acme/notes#5") },
    });
    expect(await targetOf(found(issueReading("ACME/shop#12")))).toMatchObject({ moved: false });
  });

  test("parents end before the first that fewer people can see: nothing above it is told", async () => {
    const parents = [
      issueReading("#3"),
      issueReading("acme/secret#2", { visibility: "private", title: "CANARY" }),
      issueReading("#1", { title: "CANARY" }),
    ];
    const target = await targetOf(found(issueReading("#12"), parents));
    expect(target).toMatchObject({ kind: "found", parents: [{ reference: reference("#3") }] });
    expect(JSON.stringify(target)).not.toContain("CANARY");
  });

  test("parents end before another private repository, even where the pull request is private", async () => {
    const parents = [
      issueReading("#3", { visibility: "private" }),
      issueReading("acme/secret#2", { visibility: "private", title: "CANARY" }),
    ];
    const target = await targetOf(found(issueReading("#12", { visibility: "private" }), parents), "private");
    expect(target).toMatchObject({ kind: "found", parents: [{ reference: reference("#3") }] });
    expect(JSON.stringify(target)).not.toContain("CANARY");
  });
});
