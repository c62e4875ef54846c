import { z } from "zod";
import { askedSettings, commonSettings, query } from "./metric-settings.ts";
import { defineProvider } from "./provider.ts";
import { toNumber } from "./to-number.ts";

const answer = z.object({ results: z.array(z.array(z.unknown())) });

/**
 * One HogQL query, whose first row begins with the number. The key is a personal one that may read queries.
 * https://posthog.com/docs/api/queries
 */
export const posthog = defineProvider({
  name: "posthog",
  title: "PostHog",
  settings: z.strictObject({
    provider: z.literal("posthog"),
    ...commonSettings,
    ...askedSettings,
    credential: askedSettings.credential.unwrap(),
    project: z.int().positive().meta({ description: "The project's number." }),
    query: query.meta({ description: "HogQL whose first row begins with the number." }),
  }),
  // A query's own `now()` is PostHog's clock.
  looksBack: false,
  ask({ url, project, query: sql }) {
    return {
      url: new URL(`${url.origin}${url.pathname.replace(/\/+$/, "")}/api/projects/${project}/query/`),
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: { kind: "HogQLQuery", query: sql } }),
    };
  },
  numberIn(json) {
    const parsed = answer.safeParse(json);
    return parsed.success
      ? toNumber(parsed.data.results[0]?.[0])
      : { kind: "none", why: "answered in a way that is not known" };
  },
});
