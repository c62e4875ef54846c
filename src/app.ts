import type { Probot } from "probot";
import type { Intake } from "./intake.ts";
import { openRuntime } from "./runtime.ts";
import { readSettings } from "./settings.ts";

/**
 * The Probot app by itself: deliveries become jobs in the store that the environment names, and workers do them. Its
 * server and its log are Probot's; `main.ts` is what bounds and hides.
 */
export default function outcomeLink(app: Probot): void {
  // Loading is synchronous for Probot; the first delivery waits for the store.
  const settings = readSettings(process.env);
  const runtime = openRuntime(app, settings, { appId: settings.credentials?.appId });
  // Nobody awaits it before then: without this, a store that does not open would end the process instead of failing the delivery.
  runtime.catch((error: unknown) => app.log.error(error, "The store could not be opened"));
  receiveDeliveries(app, async (delivery) => (await runtime).record(delivery));
}

/** Hands every delivery to the intake, which resolves when what it asks for is stored. No logic here. */
export function receiveDeliveries(app: Probot, record: Intake): void {
  app.onAny(({ id, name, payload }) => record({ id, event: name, payload }));
}
