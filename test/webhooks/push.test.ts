import { describe, expect, test } from "vitest";
import { readDelivery } from "../../src/webhooks/index.ts";

interface Push {
  readonly ref?: string;
  readonly repository?: object;
  readonly commits?: readonly object[];
}

const shop = { id: 70, name: "shop", full_name: "acme/shop", default_branch: "main", owner: null };
const nothing = { added: [], modified: ["src/a.ts"], removed: [] };

function push({ ref = "refs/heads/main", repository = shop, commits = [] }: Push) {
  const payload = { ref, repository, commits, installation: { id: 7 }, sender: { login: "ada" } };
  return readDelivery({ event: "push", payload }, "outcome-link[bot]");
}

const place = { id: 70, owner: "acme", name: "shop" };

const wholeRepository = {
  kind: "jobs",
  jobs: [
    { kind: "recheck-repository", installation: 7, repository: place },
    { kind: "recheck-building-on", installation: 7, repository: place },
  ],
};

describe("a push to the default branch", () => {
  test.each([
    [".github/outcome.yml", true],
    [".github/outcome.yaml", true],
    [".github/Outcome.yml", true],
    [".github/outcome.yml.bak", false],
    ["docs/.github/outcome.yml", false],
    ["outcome.yml", false],
    [".github/pull_request_template.md", true],
    ["PULL_REQUEST_TEMPLATE.md", true],
    ["docs/pull_request_template.txt", true],
    [".github/PULL_REQUEST_TEMPLATE/feature.md", true],
    [".github/ISSUE_TEMPLATE/problem.yml", true],
    ["src/pull_request_template_parser.ts", false],
    ["src/a.ts", false],
  ])("that touches %s matters: %s", (path, matters) => {
    const commit = { added: [], modified: [path], removed: [] };
    expect(push({ commits: [commit] })).toEqual(matters ? wholeRepository : { kind: "ignored" });
  });

  test.each(["added", "modified", "removed"])("matters when the file was %s, in any of its commits", (kind) => {
    const touching = { added: [], modified: [], removed: [], [kind]: [".github/outcome.yml"] };
    expect(push({ commits: [nothing, touching, nothing] })).toEqual(wholeRepository);
  });

  test("without lists of files does not matter", () => {
    expect(push({ commits: [{}, { added: null }] })).toEqual({ kind: "ignored" });
  });

  test.each([
    [2_047, false],
    [2_048, true],
  ])("of %i commits may have touched any file: %s", (count, matters) => {
    const commits = Array.from({ length: count }, () => nothing);
    expect(push({ commits }).kind).toBe(matters ? "jobs" : "ignored");
  });
});

const touching = [{ added: [".github/outcome.yml"] }];

test.each(["refs/heads/topic", "refs/tags/main", "refs/heads/main/topic", "main"])(
  "a push to %s does not matter",
  (ref) => {
    expect(push({ ref, commits: touching })).toEqual({ kind: "ignored" });
  },
);

test.each([".github", ".GitHub"])("the owner's %s repository configures all of its repositories", (name) => {
  const repository = { ...shop, name, full_name: `acme/${name}` };
  expect(push({ repository, commits: touching })).toEqual({
    kind: "jobs",
    jobs: [
      { kind: "recheck-installation", installation: 7 },
      { kind: "recheck-building-on", installation: 7, repository: { ...place, name } },
    ],
  });
});

test("a push whose repository has no whole name cannot be read", () => {
  expect(push({ repository: { ...shop, full_name: "shop" }, commits: touching })).toMatchObject({
    kind: "unreadable",
    why: expect.stringContaining("full_name"),
  });
});
