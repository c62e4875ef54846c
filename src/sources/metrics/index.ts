import { z } from "zod";
import { httpJson } from "./http-json.ts";
import { manual } from "./manual.ts";
import { posthog } from "./posthog.ts";
import { prometheus } from "./prometheus.ts";

/** Where a metric's numbers may come from. */
export const providers = [manual, prometheus, posthog, httpJson] as const;

const [first, ...others] = providers;

/** One metric of the operator's file. */
export const metricSchema = z.discriminatedUnion("provider", [first.schema, ...others.map(({ schema }) => schema)], {
  error: `must be one of ${providers.map(({ name }) => name).join(", ")}`,
});
