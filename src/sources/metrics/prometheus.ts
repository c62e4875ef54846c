import { z } from "zod";
import { askedSettings, commonSettings, query } from "./metric-settings.ts";
import { defineProvider } from "./provider.ts";
import type { FoundNumber } from "./provider.ts";
import { toNumber } from "./to-number.ts";

/** `[seconds, "number"]`: numbers are text there, because JSON knows no NaN. */
const sample = z.tuple([z.number(), z.string()]);

const answer = z.object({
  status: z.literal("success"),
  data: z.discriminatedUnion("resultType", [
    z.object({ resultType: z.literal("scalar"), result: sample }),
    z.object({ resultType: z.literal("vector"), result: z.array(z.object({ value: sample.optional() })) }),
    z.object({ resultType: z.literal("matrix") }),
    z.object({ resultType: z.literal("string") }),
  ]),
});

/** One PromQL expression that gives one number, evaluated at a time. https://prometheus.io/docs/prometheus/latest/querying/api/ */
export const prometheus = defineProvider({
  name: "prometheus",
  title: "Prometheus",
  settings: z.strictObject({
    provider: z.literal("prometheus"),
    ...commonSettings,
    ...askedSettings,
    query: query.meta({ description: "PromQL that gives one number: a scalar, or one series." }),
  }),
  looksBack: true,
  ask({ url, query: expression }, at) {
    const asked = new URL(`${url.origin}${url.pathname.replace(/\/+$/, "")}/api/v1/query`);
    asked.searchParams.set("query", expression);
    asked.searchParams.set("time", at.toISOString());
    return { url: asked, method: "GET" };
  },
  numberIn(json) {
    const parsed = answer.safeParse(json);
    return parsed.success ? numberOf(parsed.data.data) : { kind: "none", why: "answered in a way that is not known" };
  },
});

function numberOf(data: z.output<typeof answer>["data"]): FoundNumber {
  switch (data.resultType) {
    case "scalar":
      return toNumber(data.result[1]);
    case "vector": {
      const [first, ...others] = data.result;
      if (first === undefined) return { kind: "none", why: "found no data" };
      // A native histogram has no value.
      if (others.length === 0) return first.value === undefined ? noNumber : toNumber(first.value[1]);
      return { kind: "none", why: `found ${data.result.length} series, where one number is needed` };
    }
    case "matrix":
      return { kind: "none", why: "found a range of numbers, where one is needed" };
    case "string":
      return noNumber;
  }
}

const noNumber: FoundNumber = { kind: "none", why: "answered with no number" };
