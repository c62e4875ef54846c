import { expect, test } from "vitest";
import type { NewPullRequest } from "../../src/sandbox/github/people/pull-requests.ts";
import type { PullRequest } from "../../src/sandbox/github/state/model.ts";
import { HYPOTHESIS, checkTextOf, openShop, ownComments, repeatDeliveries, verdictOf } from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";

/** Ada may write, the others may not: Tara may label what others open, Olu is a stranger. */
const config = `
exemptions:
  authors: [robot-in, robot-out, "helper-*"]
  labels: [no-problem-needed]
  titles: ["chore:*"]
  paths: ["docs/**"]
  base_branches: [gh-pages]
  size: 3
`;

type Side = "inside" | "outside";

interface Kind {
  readonly title: string;
  /** What the check says where it counts; null where it is no exemption at all. */
  readonly exempt: string | null;
  /** Whether it counts where rules are required and the author may not write. */
  readonly believed: boolean;
  readonly given?: Partial<NewPullRequest>;
  readonly author?: { readonly inside: string; readonly outside: string };
  readonly label?: string;
  /** Opens what needs more than that. */
  readonly open?: (shop: Shop, by: Partial<NewPullRequest>) => Promise<PullRequest>;
}

const long = Array.from({ length: 12 }, (_, line) => `line ${line}`).join("\n");

function reverting(body: (merged: PullRequest) => string, title: string): NonNullable<Kind["open"]> {
  return async (shop, by) => {
    const issue = shop.issue();
    const path = `till-${issue.number}.ts`;
    const merged = await shop.open(`Part of #${issue.number}\n\n${HYPOTHESIS}`, { files: { [path]: long } });
    shop.people.mergePullRequest({ pullRequest: merged, by: "ada" });
    await shop.settle();
    return shop.open(body(merged), { ...by, title, files: { [path]: null } });
  };
}

const kinds: readonly Kind[] = [
  { title: "a draft", exempt: "a draft", believed: true, given: { draft: true } },
  {
    title: "a bot's",
    exempt: "opened by a bot",
    believed: true,
    author: { inside: "updates[bot]", outside: "updates[bot]" },
  },
  {
    title: "that of a person who is called like a bot",
    exempt: null,
    believed: false,
    author: { inside: "dependabot", outside: "renovate" },
  },
  { title: "a revert by its title", exempt: "a revert", believed: false, given: { title: 'Revert "Show the total"' } },
  {
    title: "a revert that names the merge commit and takes back what that brought",
    exempt: "a revert",
    believed: true,
    open: reverting((merged) => `This reverts commit ${merged.mergeCommitOid}.`, "Take the total back"),
  },
  {
    title: "a revert that names only the pull request",
    exempt: "a revert",
    believed: false,
    open: reverting((merged) => `Reverts acme/shop#${merged.number}`, 'Revert "Show the total"'),
  },
  {
    title: "a back-port by its title",
    exempt: "a back-port",
    believed: false,
    given: { base: "release/2", title: "[backport] Show the total" },
  },
  {
    title: "a back-port by its branch",
    exempt: "a back-port",
    believed: false,
    given: { base: "release/2", head: "backport/12-to-2" },
  },
  {
    title: "a back-port into the default branch",
    exempt: null,
    believed: false,
    given: { title: "Backport: show the total" },
  },
  {
    title: "one by an exempt author, named in full",
    exempt: "an exempt author",
    believed: true,
    author: { inside: "robot-in", outside: "robot-out" },
  },
  {
    title: "one by an author whose login only a star matches",
    exempt: "an exempt author",
    believed: false,
    author: { inside: "helper-in", outside: "helper-out" },
  },
  { title: "one with an exempt label", exempt: "an exempt label", believed: true, label: "no-problem-needed" },
  { title: "one with an exempt title", exempt: "an exempt title", believed: false, given: { title: "chore: tidy" } },
  {
    title: "one in which all files that changed are exempt",
    exempt: "only exempt paths changed",
    believed: true,
    given: { files: { "docs/total.md": long, "docs/a/b.md": long } },
  },
  {
    title: "one in which not all files that changed are exempt",
    exempt: null,
    believed: false,
    given: { files: { "docs/total.md": long, "total.ts": long } },
  },
  {
    title: "one into an exempt base branch",
    exempt: "an exempt base branch",
    believed: true,
    given: { base: "gh-pages" },
  },
  { title: "a small one", exempt: "a small change", believed: false, given: { files: { "a.ts": "1\n2\n3\n" } } },
  { title: "one that is a line too long", exempt: null, believed: false, given: { files: { "a.ts": "1\n2\n3\n4\n" } } },
];

async function openKind(shop: Shop, kind: Kind, side: Side): Promise<PullRequest> {
  const author = kind.author?.[side] ?? (side === "inside" ? "ada" : "olu");
  if (side === "inside") shop.people.setRole({ repository: shop.repository, user: author, role: "write" });
  const by: Partial<NewPullRequest> = { author, ...(side === "outside" ? { fork: "author" } : {}) };
  const files = { [`${kinds.indexOf(kind)}-${side}.ts`]: long };
  const given = { files, ...kind.given, ...by };
  const pullRequest = await (kind.open?.(shop, by) ?? shop.open("A nicer total.", given));
  if (kind.label === undefined) return pullRequest;
  shop.people.addLabel({ on: pullRequest, label: kind.label, by: "tara" });
  await shop.settle();
  return pullRequest;
}

async function openMatrix(mode: string): Promise<Shop> {
  const shop = await openShop({ config: `mode: ${mode}\n${config}` });
  shop.people.setRole({ repository: shop.repository, user: "tara", role: "triage" });
  for (const branch of ["release/2", "gh-pages"]) {
    shop.people.commitFiles({ repository: shop.repository, branch, files: { [`${branch}.txt`]: long }, by: "ada" });
  }
  return shop;
}

const remark = "that exemption counts only for authors with write access";

type Mode = "advise" | "require";

/** What was answered to each kind, in one table: a wrong row shows with all others around it. */
async function tellAll(mode: Mode, side: Side) {
  const shop = await openMatrix(mode);
  const told: Record<string, string> = {};
  for (const kind of kinds) {
    const pullRequest = await openKind(shop, kind, side);
    const suffix = checkTextOf(shop, pullRequest).includes(remark) ? "; it says who would be" : "";
    told[kind.title] = `${verdictOf(shop, pullRequest)}${suffix}`;
  }
  return { shop, told };
}

function expectedOf(mode: Mode, kind: Kind, side: Side): string {
  const missing = `${mode === "advise" ? "neutral" : "failure"}: No problem is linked yet`;
  if (kind.exempt === null) return missing;
  const counts = mode === "advise" || side === "inside" || kind.believed;
  return counts ? `skipped: Not asked: ${kind.exempt}` : `${missing}; it says who would be`;
}

function openOnes({ repository }: Shop): readonly PullRequest[] {
  return [...repository.items.values()]
    .filter((item) => item.kind === "PullRequest")
    .filter(({ state }) => state === "open");
}

test.each([
  ["while advising, each exempts authors inside", "advise", "inside"],
  ["while advising, each exempts authors outside", "advise", "outside"],
  ["where rules are required, each exempts authors with write access", "require", "inside"],
  ["where rules are required, those that an author controls exempt nobody else", "require", "outside"],
] as const)("of the exemptions, %s", async (_title, mode, side) => {
  const { shop, told } = await tellAll(mode, side);
  const expected = Object.fromEntries(kinds.map((kind) => [kind.title, expectedOf(mode, kind, side)]));
  expect(told).toEqual(expected);
  await shop.later(3);
  const asked = openOnes(shop).filter((item) => ownComments(item).length > 0);
  expect(asked).toHaveLength(Object.values(expected).filter((words) => !words.startsWith("skipped")).length);
  await repeatDeliveries(shop);
});
