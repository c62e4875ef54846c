import { z } from "zod";
import type { Exemption } from "../core/verdict/exemptions/exemption.ts";

export type ExemptionSettingsShape<Exemptions extends readonly Exemption[]> = {
  [E in Exemptions[number] as E["id"]]: E["settings"];
};

/** The schema of `exemptions`, derived from the registry. Typed by its first signature, as `ruleSettingsSchema` is. */
export function exemptionSettingsSchema<const Exemptions extends readonly Exemption[]>(
  exemptions: Exemptions,
): z.ZodObject<ExemptionSettingsShape<Exemptions>, z.core.$strict>;
export function exemptionSettingsSchema(exemptions: readonly Exemption[]) {
  return z.strictObject(
    Object.fromEntries(exemptions.map(({ id, settings, description }) => [id, settings.meta({ description })])),
  );
}
