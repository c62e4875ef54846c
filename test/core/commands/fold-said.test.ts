import { describe, expect, test } from "vitest";
import type { WorkStatement } from "../../../src/core/commands/command.ts";
import type { GivenStatement } from "../../../src/core/commands/fold-said.ts";
import { foldSaid } from "../../../src/core/commands/fold-said.ts";
import { formatReference } from "../../../src/core/facts/reference.ts";
import { nothingSaid } from "../../../src/core/facts/said.ts";
import { ada, reference } from "../../support/facts.ts";

type Given = GivenStatement<WorkStatement>;

function given(statement: WorkStatement, may: Given["may"] = "yes"): Given {
  return { statement, by: ada, role: "write", may, at: new Date("2026-03-02T10:00:00Z") };
}

function link(...references: readonly string[]): Given {
  return given({ kind: "link", references: references.map(reference) });
}

function unlink(...references: readonly string[]): Given {
  return given({ kind: "unlink", references: references.map(reference) });
}

function skip(reason: string): Given {
  return given({ kind: "skip", reason });
}

const unskip = given({ kind: "unskip" });

function hypothesis(text: string): Given {
  return given({ kind: "hypothesis", text });
}

function linksAfter(...statements: readonly Given[]) {
  const { links, unlinked } = foldSaid(statements);
  const names = (references: readonly (typeof unlinked)[number][]) =>
    references.map((one) => formatReference(one, { owner: "acme", name: "shop" }));
  return { links: names(links.map((one) => one.reference)), unlinked: names(unlinked) };
}

describe("the latest word on each issue stands", () => {
  test.each<[string, readonly Given[], readonly [readonly string[], readonly string[]]]>([
    ["one link", [link("#1")], [["#1"], []]],
    ["two links", [link("#1"), link("#2")], [["#1", "#2"], []]],
    ["the same twice", [link("#1"), link("#2"), link("#1")], [["#2", "#1"], []]],
    ["a link that is taken back", [link("#1"), unlink("#1")], [[], ["#1"]]],
    [
      "a link in other letters that is taken back",
      [link("ACME/notes#1"), unlink("acme/Notes#1")],
      [[], ["acme/Notes#1"]],
    ],
    ["an issue that is linked again", [unlink("#1"), link("#1")], [["#1"], []]],
    ["one of two", [link("#1", "#2"), unlink("#1")], [["#2"], ["#1"]]],
    ["one unlinked twice", [unlink("#1"), unlink("#1")], [[], ["#1"]]],
  ])("%s", (_title, statements, [links, unlinked]) => {
    expect(linksAfter(...statements)).toEqual({ links, unlinked });
  });
});

describe("the latest word on the opt-out stands", () => {
  test.each<[string, readonly Given[], string | null]>([
    ["none", [], null],
    ["one", [skip("a typo")], "a typo"],
    ["two", [skip("a typo"), skip("docs only")], "docs only"],
    ["one taken back", [skip("a typo"), unskip], null],
    ["several taken back", [skip("a typo"), skip("docs"), unskip], null],
    ["one after one was taken back", [skip("a typo"), unskip, skip("docs only")], "docs only"],
    ["nothing to take back", [unskip], null],
  ])("%s", (_title, statements, reason) => {
    expect(foldSaid(statements).optOut?.reason ?? null).toBe(reason);
  });

  test("with who said it and their role", () => {
    expect(foldSaid([skip("a typo")]).optOut).toEqual({ reason: "a typo", by: ada, role: "write" });
  });
});

test("the latest hypothesis stands", () => {
  expect(foldSaid([hypothesis("We believe one"), hypothesis("We believe two")]).hypothesis).toEqual({
    text: "We believe two",
    by: ada,
  });
});

function unknown({ statement }: Given): Given {
  return given(statement, "unknown");
}

describe("a statement of somebody whose role GitHub did not tell leaves open what is said", () => {
  test("it adds nothing yet", () => {
    const said = foldSaid([unknown(link("#1")), unknown(skip("a typo")), unknown(hypothesis("We believe"))]);
    expect(said).toEqual({ ...nothingSaid, undetermined: true });
  });

  test("what it may have taken back does not count meanwhile", () => {
    expect(foldSaid([skip("a typo"), unknown(unskip)])).toEqual({ ...nothingSaid, undetermined: true });
    expect(foldSaid([link("#1"), unknown(unlink("#1"))])).toMatchObject({
      links: [],
      unlinked: [{ number: 1 }],
      undetermined: true,
    });
  });

  test("what was said later counts", () => {
    expect(foldSaid([unknown(unskip), skip("a typo")])).toMatchObject({ optOut: { reason: "a typo" } });
  });
});
