import { readManifest } from "../../src/sandbox/read-manifest.ts";
import type { Listening } from "../../src/sandbox/github/server/http.ts";
import type { SimulatedGitHub } from "../../src/sandbox/github/simulated-github.ts";
import { createSimulatedGitHub } from "../../src/sandbox/github/simulated-github.ts";

const SLUG = "outcome-link";

export interface Simulation {
  readonly github: SimulatedGitHub;
  readonly api: Listening;
}

/** A simulated GitHub in this process and real time, with the app's own permissions and events, that listens for it. */
export async function simulate(): Promise<Simulation> {
  const { name, default_permissions: permissions, default_events: events } = readManifest();
  const webhookSecret = "the secret of a simulation, long enough";
  const app = { id: 4711, slug: SLUG, name, webhookSecret, permissions, events };
  const github = createSimulatedGitHub({ app, now: () => new Date() });
  return { github, api: await github.listen(0) };
}
