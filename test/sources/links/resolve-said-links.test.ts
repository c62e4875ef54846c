import { describe, expect, test } from "vitest";
import type { FoundLink } from "../../../src/core/facts/link.ts";
import type { Reference } from "../../../src/core/facts/reference.ts";
import { resolveLinks } from "../../../src/sources/links/resolve-links.ts";
import type { PullRequestReading, ReferenceReading } from "../../../src/sources/ports.ts";
import { readTexts } from "../../../src/sources/read-texts.ts";
import { reference } from "../../support/facts.ts";
import { found, gatherSettings, issueReading, pullRequestReading, smallGitHub } from "../../support/readings.ts";

interface Given {
  readonly reading?: Partial<PullRequestReading>;
  readonly links?: readonly FoundLink[];
  readonly holds?: readonly ReferenceReading[];
  readonly unlinked?: readonly Reference[];
}

async function resolve({ reading = {}, links = [], holds = [], unlinked = [] }: Given) {
  const { github, asked } = smallGitHub({ references: holds });
  const resolved = await resolveLinks(pullRequestReading(reading), links, {
    github,
    texts: readTexts([], gatherSettings()),
    policy: gatherSettings().problems,
    said: { unlinked },
  });
  return { ...resolved, asked };
}

function named(at: string): readonly FoundLink[] {
  return [{ reference: reference(at), origin: { kind: "keyword", quote: `Part of ${at}`, closing: false } }];
}

describe("what was said in comments", () => {
  const developmentLinks = [found(issueReading("#12"))];

  test("stands before GitHub's own links, which stand before the text's", async () => {
    const said = { reference: reference("#3"), origin: { kind: "command", by: "ada" } } as const;
    const { links } = await resolve({ reading: { developmentLinks }, links: [...named("#5"), said] });
    expect(links.map((link) => [link.reference.number, link.origins[0]?.kind])).toEqual([
      [3, "command"],
      [12, "development"],
      [5, "keyword"],
    ]);
  });

  test.each([
    ["GitHub's own link", { reading: { developmentLinks } }],
    ["a link in the text", { links: named("#12"), holds: [found(issueReading("#12"))] }],
  ])("takes away %s", async (_title, given) => {
    expect((await resolve(given)).links).toHaveLength(1);
    expect(await resolve({ ...given, unlinked: [reference("ACME/shop#12")] })).toEqual({
      links: [],
      watched: [],
      readings: [],
      asked: [],
    });
  });

  test("takes away a link under the name that its issue had before it was moved, and under the present one", async () => {
    const moved: ReferenceReading = { ...found(issueReading("acme/notes#5")), asked: reference("#12") };
    const given = { links: named("#12"), holds: [moved] };
    expect((await resolve({ ...given, unlinked: [reference("#12")] })).links).toEqual([]);
    expect((await resolve({ ...given, unlinked: [reference("acme/notes#5")] })).links).toEqual([]);
    expect((await resolve({ ...given, unlinked: [reference("#5")] })).links).toHaveLength(1);
  });
});
