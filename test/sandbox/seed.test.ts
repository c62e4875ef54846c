import { describe, expect, it } from "vitest";
import { createSimulatedGitHub } from "../../src/sandbox/github/simulated-github.ts";
import { historyOf } from "../../src/sandbox/github/state/commits.ts";
import { repositoryNamed } from "../../src/sandbox/github/state/state.ts";
import { canary, interviews, product } from "../../src/sandbox/seed/cast.ts";
import { readManifest } from "../../src/sandbox/read-manifest.ts";
import { configurationPath } from "../../src/sandbox/seed/files.ts";
import { plant } from "../../src/sandbox/seed/plant.ts";
import { issuesOf, pullRequestsOf } from "../../src/sandbox/shown-items.ts";

const now = new Date("2026-03-20T09:00:00Z");

function planted() {
  let time = now;
  const { default_permissions: permissions, default_events: events } = readManifest();
  const app = { id: 1, slug: "outcome-link", webhookSecret: "unused: nothing is delivered", permissions, events };
  const github = createSimulatedGitHub({ app, now: () => time });
  github.webhooks.hold();
  plant({ people: github.people, now, travelTo: (moment) => void (time = moment) });
  return { github, shop: repositoryNamed(github.state, product), talks: repositoryNamed(github.state, interviews) };
}

function countDown(from: number, to: number): readonly number[] {
  return Array.from({ length: from - to + 1 }, (_, index) => from - index);
}

describe("the seed", () => {
  it("numbers issues before pull requests, so that its texts may name them", () => {
    const { shop } = planted();
    expect(issuesOf(shop).map(({ number }) => number)).toEqual(countDown(16, 1));
    expect(pullRequestsOf(shop).map(({ number }) => number)).toEqual(countDown(35, 17));
  });

  it("lies in the past, in its order, with the configuration there before any pull request", () => {
    const { github, shop } = planted();
    const opened = pullRequestsOf(shop).map(({ createdAt }) => new Date(createdAt));
    const configured = historyOf(github.state, shop.branches.get("main") ?? "")
      .filter(({ files }) => files.has(configurationPath))
      .map(({ committedDate }) => new Date(committedDate));
    expect(configured.length).toBeGreaterThan(0);
    expect(opened).toEqual(opened.toSorted((a, b) => b.getTime() - a.getTime()));
    expect(Math.min(...configured.map(Number))).toBeLessThan(Math.min(...opened.map(Number)));
    expect(Math.max(...opened.map(Number))).toBeLessThan(now.getTime() - 24 * 60 * 60 * 1000);
  });

  it("keeps the canary where only few may read", () => {
    const { shop, talks } = planted();
    const texts = [...shop.items.values()].map(({ title, body }) => `${title} ${body}`);
    expect(texts.join("\n")).not.toContain(canary);
    expect(talks).toMatchObject({ visibility: "private" });
    expect(issuesOf(talks)[0]?.title).toContain(canary);
  });
});
