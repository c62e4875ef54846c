import { describe, expect, test } from "vitest";
import { judgeChange } from "../../src/config/judge-change.ts";
import type { JudgedChange } from "../../src/config/judge-change.ts";
import type { ConfigurationPlace, ConfigurationReading } from "../../src/sources/ports.ts";
import { file, place } from "./reading.ts";

interface World {
  readonly organisation?: string | null;
  readonly bases?: readonly ConfigurationPlace[];
}

function reading(own: string | null, { organisation = null, bases = [] }: World): ConfigurationReading {
  return {
    repository: place({ files: own === null ? [] : [file(own)] }),
    organisation: place({ name: ".github", files: organisation === null ? [] : [file(organisation)] }),
    bases,
  };
}

function inPrivate(own: string, bases: readonly ConfigurationPlace[]): ConfigurationReading {
  const world = reading(own, { bases });
  return { ...world, repository: { ...world.repository, visibility: "private" } };
}

/** From one version of the file to another, with everything around it as it is. */
function judge(before: string | null, after: string | null, world: World = {}): JudgedChange {
  return judgeChange(reading(before, world), { proposed: reading(after, world), changesMore: false });
}

function base(name: string, text: string | null, changes: Partial<ConfigurationPlace> = {}): ConfigurationPlace {
  return place({ name, files: text === null ? [] : [file(text)], ...changes });
}

const valid = { kind: "proposal", proposal: { kind: "valid", unchecked: null, brokenElsewhere: false } };

test("what is wrong in its own file is told, however much is wrong below", () => {
  const many = Array.from({ length: 60 }, (_, n) => `key${n}: 1`).join("\n");
  const judged = judge("{}", "modes: 1", { organisation: many });
  const problems = judged.kind === "proposal" && judged.proposal.kind === "invalid" ? judged.proposal.problems : [];
  expect(problems[0]).toMatchObject({ name: "shop", line: 1 });
  expect(problems).toHaveLength(50);
});

describe("a version that is valid", () => {
  test.each([
    [null, "{}", "configures"],
    ["{}", "enabled: false", "opts-out"],
    ["enabled: false", "{}", "configures"],
    ["{}", null, "removed"],
    [null, "enabled: false", "opts-out"],
  ])("from %j to %j: %s", (before, after, outcome) => {
    expect(judge(before, after)).toMatchObject({ ...valid, proposal: { ...valid.proposal, outcome } });
  });

  test("is told key by key as it is written, and not by what it builds on", () => {
    const before = "mode: advise\nrules: { links-problem: advise }\nlabels: { pending: later }\n";
    const after = "mode: require\nrules: { links-problem: advise }\nexemptions: { titles: ['chore:*', x] }\n";
    expect(judge(before, after, { organisation: "comments: never" })).toMatchObject({
      proposal: {
        edits: [
          { key: "mode", before: "advise", after: "require" },
          { key: "labels.pending.name", before: "later", after: null },
          { key: "exemptions.titles", before: null, after: "[chore:*, x]" },
        ],
      },
    });
  });

  test("of a repository that took no part, and would take none, is nothing to tell of", () => {
    expect(judge("enabled: false", "enabled: false\nmode: require")).toEqual({ kind: "nothing-to-say" });
    expect(judge("enabled: false", null)).toEqual({ kind: "nothing-to-say" });
  });

  test("is one though what it builds on was broken before", () => {
    expect(judge("comments: never", "comments: always", { organisation: "nonsense: 1" })).toMatchObject({
      proposal: { kind: "valid", brokenElsewhere: true },
    });
  });
});

describe("a version that is not valid", () => {
  test("is told with its lines", () => {
    expect(judge("{}", "mode: require\nruls: {}\n")).toMatchObject({
      proposal: { kind: "invalid", requires: true, problems: [{ line: 2, column: 1, visible: true }] },
    });
  });

  test("is there twice, and opts out by one of them only: who asks for more is not overruled by a second file", () => {
    const second = file("enabled: false", { path: ".github/outcome.yaml" });
    const twice = (own: string) => ({ ...reading(own, {}), repository: place({ files: [file(own), second] }) });
    const current = reading("mode: require", {});
    expect(judgeChange(current, { proposed: twice("mode: require"), changesMore: false })).toMatchObject({
      proposal: { kind: "invalid", requires: true, problems: [{ path: ".github/outcome.yaml" }] },
    });
    expect(judgeChange(current, { proposed: twice("enabled: false"), changesMore: false })).toMatchObject({
      proposal: { kind: "valid", outcome: "opts-out" },
    });
  });

  test("is not valid either where it builds on something broken that it did not build on before", () => {
    const bases = [base("broken", "nonsense: 1")];
    expect(judge("{}", "extends: acme/broken", { bases })).toMatchObject({
      proposal: { kind: "invalid", problems: [{ name: "broken", line: 1 }] },
    });
    expect(judge("nonsense: 1", "extends: acme/broken", { bases })).toMatchObject({ proposal: { kind: "invalid" } });
  });

  test("leads in a circle, to another owner or to what everybody sees to have no file", () => {
    const bases = [base("empty", null), base("round", "extends: acme/shop")];
    for (const name of ["acme/shop", "initech/x", "acme/empty", "acme/round"]) {
      expect(judge("{}", `extends: ${name}`, { bases })).toMatchObject({ proposal: { kind: "invalid" } });
    }
  });
});

describe("a base that few may see", () => {
  const secret = base("secret", "mode: require\nkestrel: 1\n", { visibility: "private" });
  const empty = base("secret", null, { visibility: "private" });
  const nothing = base("secret", null, { visibility: null });

  test.each([
    ["there", secret],
    ["without a file", empty],
    ["not there", nothing],
  ])("that is named anew is left out, whether it is %s", (_title, one) => {
    const judged = judge("{}", "extends: acme/secret", { bases: [one] });
    expect(judged).toEqual(judge("{}", "extends: acme/secret", { bases: [nothing] }));
    expect(judged).toMatchObject({ proposal: { kind: "valid", unchecked: { owner: "acme", name: "secret" } } });
  });

  test("that is named anew in another private repository is left out as well: it has other members", () => {
    const judged = [secret, empty, nothing].map((one) =>
      judgeChange(inPrivate("{}", []), { proposed: inPrivate("extends: acme/secret", [one]), changesMore: false }),
    );
    expect(judged[0]).toMatchObject({ proposal: { kind: "valid", unchecked: { name: "secret" } } });
    expect(judged).toEqual([judged[0], judged[0], judged[0]]);
  });

  test("behind one that everybody sees is left out as well", () => {
    const bases = [base("open", "extends: acme/secret"), secret];
    expect(judge("{}", "extends: acme/open", { bases })).toMatchObject({
      proposal: { kind: "valid", unchecked: { name: "secret" } },
    });
  });

  test("that the default branch names already is merged below", () => {
    const bases = [secret];
    const judged = judge("extends: acme/secret", "extends: Acme/Secret\nmode: advise", { bases });
    expect(judged).toMatchObject({ proposal: { kind: "valid", brokenElsewhere: true, unchecked: null } });
  });

  test("that the organisation's own file names stays below it", () => {
    const organisation = "extends: acme/secret";
    const bases = [base("secret", "mode: require", { visibility: "private" })];
    expect(judge("{}", "extends: acme/other", { organisation, bases: [...bases, base("other", "{}")] })).toMatchObject(
      valid,
    );
  });
});

test("a base for which GitHub does not answer leaves everything open", () => {
  const silent = base("policy", null, { visibility: null, readable: false });
  expect(judge("{}", "extends: acme/policy", { bases: [silent] })).toEqual({
    kind: "unreadable",
    place: { owner: "acme", name: "policy" },
  });
});
