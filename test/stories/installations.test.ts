import { expect, test } from "vitest";
import type { PullRequest, Repository } from "../../src/sandbox/github/state/model.ts";
import { unheard } from "../support/after-changes.ts";
import { openShop, ownComments, repeatDeliveries, requestsOf, verdictOf } from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";

/** The comment comes when the app's token has run out; that none is given any more is an error to be reported. */
const PATIENT = { config: "comments:\n  grace: 2 hours\n", logLevel: "fatal" } as const;
const CONFIG = { ".github/outcome.yml": "{}\n" };

test("an app that is installed where pull requests are open already judges them", async () => {
  const shop = await openShop();
  const { repository, pullRequest } = elsewhere(shop, "globex/tools", CONFIG);
  const quiet = elsewhere(shop, "quiet/tools", {});
  await shop.later(60);
  shop.people.install({ account: repository.owner.login, by: "ada" });
  shop.people.install({ account: quiet.repository.owner.login, by: "ada" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  expect(verdictOf(shop, quiet.pullRequest)).toBeUndefined();
  await repeatDeliveries(shop);
});

test("a repository that is added to an installation has its open pull requests judged, and no other is touched", async () => {
  const shop = await openShop();
  const { repository, pullRequest } = elsewhere(shop, "globex/tools", CONFIG);
  const [account, by] = [repository.owner.login, "ada"];
  const other = shop.people.createRepository({ name: `${account}/other`, files: CONFIG });
  const untouched = shop.people.openPullRequest({ repository: other, author: by, title: "Another thing" });
  shop.people.install({ account, by, repositories: [] });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toBeUndefined();
  shop.people.addRepositoriesToInstallation({ account, by, repositories: [repository] });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  expect(verdictOf(shop, untouched)).toBeUndefined();
  await shop.later(3);
  await repeatDeliveries(shop);
});

test("two installations with repositories and numbers of the same name do not mix", async () => {
  const shop = await openShop();
  const { repository, pullRequest } = elsewhere(shop, "globex/shop", CONFIG);
  shop.people.install({ account: repository.owner.login, by: "ada" });
  await shop.settle();
  const ours = await shop.open("A nicer total.");
  expect(ours.number).toBe(pullRequest.number);
  shop.people.editPullRequest({ pullRequest: ours, by: "ada", body: "No outcome: a typo" });
  await shop.later(3);
  expect(verdictOf(shop, ours)).toBe("neutral: Opted out, with a reason");
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  expect([ownComments(ours).length, ownComments(pullRequest).length]).toEqual([0, 1]);
  await repeatDeliveries(shop);
});

test("in an archived repository nothing is written or tried", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.");
  shop.people.archiveRepository(shop.repository);
  shop.github.requests.clear();
  await shop.later(3);
  await shop.edit(pullRequest, "No outcome: a typo");
  expect(requestsOf(shop, "write")).toEqual([]);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  await repeatDeliveries(shop);
});

test.each(["public", "private"] as const)(
  "an installation that is suspended in the middle is left in peace, and taken up again afterwards (%s)",
  async (visibility) => {
    const shop = await openShop({ visibility, ...PATIENT });
    const pullRequest = await shop.open("A nicer total.");
    shop.people.suspend({ account: "acme", by: "ada" });
    await shop.edit(pullRequest, "A nicer total, still.");
    shop.github.requests.clear();
    for (let hour = 0; hour < 14; hour += 1) await shop.later(60);
    expect(requestsOf(shop, "write")).toEqual([]);
    // The job is tried ten times more and then given up: it does not spin.
    expect(shop.github.requests.entries.length).toBeLessThan(15);
    expect(ownComments(pullRequest)).toEqual([]);
    shop.people.unsuspend({ account: "acme", by: "ada" });
    await shop.settle();
    expect(ownComments(pullRequest)).toHaveLength(1);
    await repeatDeliveries(shop);
  },
);

test("a public repository that was taken out without a word is let go at the first write that is refused", async () => {
  const shop = await openShop({ recurring: "on", logLevel: "fatal" });
  const { repository, pullRequest } = elsewhere(shop, "globex/tools", CONFIG);
  const [account, by] = [repository.owner.login, "ada"];
  shop.people.install({ account, by, repositories: [repository] });
  await shop.later(65);
  await unheard(shop, () =>
    shop.people.removeRepositoriesFromInstallation({ account, by, repositories: [repository] }),
  );
  shop.people.editPullRequest({ pullRequest, by, body: "No outcome: a typo" });
  await shop.later(65);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  shop.github.requests.clear();
  await shop.later(65);
  const globex = shop.github.state.installations.at(-1)?.id;
  const ofGlobex = shop.github.requests.entries.filter(({ installationId }) => installationId === globex);
  // What the installation holds is listed each hour, for nothing is known of it.
  expect(ofGlobex.map(({ operation }) => operation)).toEqual(["apps/list-repos-accessible-to-installation"]);
  expect((await shop.app.runtime.queue.counts()).dead).toBe(0);
});

test("an app that was uninstalled stops asking", async () => {
  const shop = await openShop(PATIENT);
  const pullRequest = await shop.open("A nicer total.");
  shop.people.uninstall({ account: "acme", by: "ada" });
  await shop.settle();
  shop.github.requests.clear();
  for (let hour = 0; hour < 14; hour += 1) await shop.later(60);
  expect(shop.github.requests.entries.length).toBeLessThan(15);
  expect(ownComments(pullRequest)).toEqual([]);
  const { waiting, active, backingOff, delayed } = await shop.app.runtime.queue.counts();
  expect(waiting + active + backingOff + delayed).toBe(0);
});

test("of a repository that was taken out of the installation nothing is looked at by itself any more", async () => {
  const shop = await openShop();
  const { repository, pullRequest } = elsewhere(shop, "globex/tools", CONFIG);
  const [account, by] = [repository.owner.login, "ada"];
  shop.people.install({ account, by, repositories: [repository] });
  await shop.settle();
  const linking = await shop.open("Part of globex/tools#99");
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  shop.github.requests.clear();
  shop.people.removeRepositoriesFromInstallation({ account, by, repositories: [repository] });
  await shop.settle();
  // What links into it is, for it may not be readable any more.
  expect(requestsOf(shop, "read")).toContain("Thread");
  expect(requestsOf(shop, "write")).toEqual([]);
  expect(verdictOf(shop, linking)).toBeDefined();
});

/** A repository of another organisation, with one open pull request; the app is not installed there. */
function elsewhere(
  { people }: Shop,
  name: string,
  files: Readonly<Record<string, string>>,
): { repository: Repository; pullRequest: PullRequest } {
  const repository = people.createRepository({ name, files: { "README.md": "# tools\n", ...files } });
  people.setRole({ repository, user: "ada", role: "write" });
  const pullRequest = people.openPullRequest({ repository, author: "ada", title: "Sharpen it", body: "Sharper." });
  return { repository, pullRequest };
}
