import { z } from "zod";
import { commonSettings } from "./metric-settings.ts";
import { commonOf } from "./provider.ts";
import type { DefinedMetric } from "./provider.ts";

/** A metric whose numbers people write, in the hypothesis and in their answer: nobody is asked for them. */
export const manual = {
  name: "manual",
  title: "By hand",
  schema: z
    .strictObject({ provider: z.literal("manual"), ...commonSettings })
    .transform((set): DefinedMetric => ({ ...commonOf(set), asked: null })),
} as const;
