import type { Probot } from "probot";
import { readSettings } from "./settings.ts";
import { openRuntime } from "./runtime.ts";
import type { Intake } from "./runtime.ts";

/** The Probot app by itself: deliveries become jobs in the embedded store, and workers do them. */
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
