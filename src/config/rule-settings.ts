import { z } from "zod";
import { levels } from "../core/rules/rule.ts";
import type { Level, Rule } from "../core/rules/rule.ts";

type LevelSchema = z.ZodDefault<z.ZodEnum<{ [L in Level]: L }>>;

/** For each rule of a registry its id, with the level and the rule's own options. */
export type RuleSettingsShape<Rules extends readonly Rule[]> = {
  [R in Rules[number] as R["id"]]: z.ZodPrefault<
    z.ZodObject<{ level: LevelSchema } & R["options"]["shape"], z.core.$strict>
  >;
};

/**
 * The schema of `rules`, derived from the registry. The first signature keeps each rule's exact type, which no type
 * checker can follow through `Object.fromEntries`; a test holds the two together.
 */
export function ruleSettingsSchema<const Rules extends readonly Rule[]>(
  rules: Rules,
): z.ZodObject<RuleSettingsShape<Rules>, z.core.$strict>;
export function ruleSettingsSchema(rules: readonly Rule[]) {
  return z.strictObject(Object.fromEntries(rules.map((rule) => [rule.id, settingsOf(rule)])));
}

function settingsOf(rule: Rule) {
  return z
    .strictObject({
      level: z
        .enum(levels)
        .default(rule.defaultLevel)
        .meta({
          description:
            "How much the rule matters: `off` is not asked, `note` is shown and never changes the conclusion, `advise` " +
            "makes it neutral, `require` makes it fail.",
        }),
      ...rule.options.shape,
    })
    .prefault({})
    .meta({ shorthand: "level", description: rule.description });
}
