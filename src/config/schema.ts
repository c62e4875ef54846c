import { z } from "zod";
import { problemPolicySchema } from "../core/facts/problem-policy.ts";
import { followUpSettingsSchema } from "../core/follow-up/follow-up-settings.ts";
import { labelsSchema } from "../core/follow-up/labels.ts";
import { commentSettingsSchema } from "../core/report/comment-settings.ts";
import { rules } from "../core/rules/index.ts";
import { exemptions } from "../core/verdict/exemptions/index.ts";
import { optOutSettingsSchema } from "../core/verdict/opt-out-settings.ts";
import { exemptionSettingsSchema } from "./exemption-settings.ts";
import { ruleSettingsSchema } from "./rule-settings.ts";

/**
 * The whole of `.github/outcome.yml`. Each part is written where it is used and only put together here. Meta data:
 * `description` and `examples` (YAML) become the reference; `shorthand` names the key that a bare value stands for.
 */
export const configSchema = z.strictObject({
  enabled: z
    .boolean()
    .default(true)
    .meta({
      description:
        "Whether this repository takes part. A file in the organisation's `.github` repository opts in every repository " +
        "where the app is installed; `enabled: false` opts one out.",
    }),
  mode: z
    .enum(["advise", "require"])
    .default("advise")
    .meta({
      description:
        "`advise`: nothing is ever blocked. `require`: every rule at level `advise` is raised to `require`, so that the " +
        "check fails where something is missing.",
    }),
  rules: ruleSettingsSchema(rules).prefault({}).meta({ description: "What is asked, and how much it matters." }),
  problems: problemPolicySchema.prefault({}).meta({ description: "What counts as a problem." }),
  exemptions: exemptionSettingsSchema(exemptions)
    .prefault({})
    .meta({ description: "Changes of which nothing is asked." }),
  opt_out: optOutSettingsSchema.prefault({}).meta({
    description: "Who may write `No outcome: REASON` on a pull request.",
  }),
  comments: commentSettingsSchema.prefault({}).meta({ description: "When the one comment is written." }),
  labels: labelsSchema.prefault({}).meta({ description: "The labels that follow merged work." }),
  follow_up: followUpSettingsSchema.prefault({}).meta({
    description: "When somebody is asked what became of merged work.",
  }),
});

export type Config = z.output<typeof configSchema>;

/** What holds where nothing is configured: `{}` is a good set-up. */
export const defaultConfig: Config = configSchema.parse({});
