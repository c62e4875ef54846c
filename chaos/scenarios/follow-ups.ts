import { readManifest } from "../../src/sandbox/read-manifest.ts";
import type { SimulatedGitHub } from "../../src/sandbox/github/simulated-github.ts";
import { createSimulatedGitHub } from "../../src/sandbox/github/simulated-github.ts";
import { hearFailures } from "../follow-ups/failures.ts";
import { judge, peaksOf, watchComments } from "../follow-ups/judge.ts";
import { liveThrough } from "../follow-ups/live-through.ts";
import { openStore } from "../follow-ups/open-store.ts";
import { restartsIn, startPassage } from "../follow-ups/passage.ts";
import { planPassage } from "../follow-ups/plan.ts";
import { buildStreet, MONDAY } from "../follow-ups/street.ts";
import { progressTeller } from "../follow-ups/tell-progress.ts";
import { compare } from "../load/bars.ts";
import { seeded } from "../random.ts";
import type { ChaosOptions, Outcome, Scenario } from "../scenario.ts";

const sizes = {
  full: { installations: 2, each: 500, days: 90, restarts: 100, lossEvery: 10, clockSteps: 40 },
  quick: { installations: 2, each: 12, days: 35, restarts: 8, lossEvery: 4, clockSteps: 6 },
} as const;

/** The clock moves by itself, so the app runs in this process and is killed by letting nothing answer it any more. */
export const followUps: Scenario = {
  name: "follow-ups",
  about: "1,000 follow-ups due over 90 days, 100 restarts, clocks set by an hour: each is asked once, and at its slot",
  run: liveThroughTroubles,
};

export async function liveThroughTroubles({ seed, size: chosen, store: kind, print }: ChaosOptions): Promise<Outcome> {
  const size = sizes[chosen];
  const passage = startPassage(MONDAY);
  const github = simulateAt(passage.now);
  github.webhooks.hold();
  // A clock that is set ahead gives the app's budget of that minute again.
  github.limits.enforced = true;
  const street = buildStreet(github, size, seeded(seed, "street"));
  const seen = watchComments(street.repositories);
  const planned = planPassage(street.appointments, size, seeded(seed, "passage"));
  const store = await openStore(kind);
  const tellProgress = progressTeller({ street, passage, seen, print });
  const look = () => {
    seen.look();
    tellProgress();
  };
  const { log, count: failures } = hearFailures(print);
  await liveThrough({ github, street, store, passage, random: seeded(seed, "kills"), log, look }, planned);
  await store.close();
  return compare([
    { what: "restarts", value: restartsIn(passage.stretches) },
    {
      what: "times that the clock was set",
      value: planned.filter(({ happening }) => happening.kind === "clock").length,
    },
    // After either, of those that run at once some may find that GitHub takes their token no longer.
    { what: "tries of jobs that failed", value: failures(), atMost: size.restarts + size.clockSteps },
    ...judge(street, seen, passage.stretches),
    ...peaksOf(github),
    {
      what: "requests to GitHub for each follow-up",
      value: github.requests.entries.length / street.appointments.length,
    },
    { what: "requests that GitHub would refuse", value: github.violations.length, atMost: 0 },
  ]);
}

function simulateAt(now: () => Date): SimulatedGitHub {
  const { name, default_permissions: permissions, default_events: events } = readManifest();
  const webhookSecret = "the secret of a simulation, long enough";
  const app = { id: 4711, slug: "outcome-link", name, webhookSecret, permissions, events };
  return createSimulatedGitHub({ app, now });
}
