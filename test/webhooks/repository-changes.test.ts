import { describe, expect, test } from "vitest";
import { atOnce, jobsOf, everything, open, dependents, place, repository } from "./small-payloads.ts";

describe("a repository", () => {
  const moved = { ...place, name: "store" };
  const renamed = { action: "renamed", repository: { ...repository, full_name: "acme/store" } };

  test("that was renamed is looked for under both names", () => {
    const jobs = jobsOf("repository", { ...renamed, changes: { repository: { name: { from: "shop" } } } });
    expect(jobs).toEqual([
      { ...open, repository: moved },
      dependents("acme/store", moved),
      dependents("acme/shop", moved),
    ]);
  });

  test.each([{ organization: { login: "globex" } }, { user: { login: "globex" }, organization: null }])(
    "that was transferred is looked for with both owners: %o",
    (from) => {
      const jobs = jobsOf("repository", { action: "transferred", changes: { owner: { from } } });
      expect(jobs).toEqual([open, dependents("acme/shop"), dependents("globex/shop")].map(atOnce));
    },
  );

  test("whose former name is not told is looked for under the one that it has", () => {
    expect(jobsOf("repository", { action: "transferred", changes: { owner: { from: {} } } })).toEqual(
      [open, dependents("acme/shop")].map(atOnce),
    );
  });

  test("is looked at when another branch becomes the default one, and not for its description", () => {
    const action = "edited";
    expect(jobsOf("repository", { action, changes: { default_branch: { from: "master" } } })).toEqual([
      open,
      { ...open, kind: "recheck-building-on" },
    ]);
    expect(jobsOf("repository", { action, changes: { description: { from: null }, topics: {} } })).toEqual([]);
  });

  test.each<[string, string, string, object | undefined]>([
    ["is deleted", "deleted", ".github", {}],
    ["was renamed to that", "renamed", ".github", { repository: { name: { from: "old" } } }],
    ["was renamed from that", "renamed", "old", { repository: { name: { from: ".GitHub" } } }],
    ["became private", "privatized", ".github", undefined],
    ["has another default branch", "edited", ".github", { default_branch: { from: "master" } }],
  ])("that configures its owner's others wakes all of them when it %s", (_title, action, ...[name, changes]) => {
    const jobs = jobsOf("repository", { action, changes, repository: { id: 71, full_name: `acme/${name}` } });
    expect(jobs[0]).toEqual(everything);
  });
});
