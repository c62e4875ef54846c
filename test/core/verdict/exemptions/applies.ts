import type { PullRequestFacts } from "../../../../src/core/facts/facts.ts";
import type { ExemptionId } from "../../../../src/core/verdict/exemptions/index.ts";
import { exemptions } from "../../../../src/core/verdict/exemptions/index.ts";
import type { Exemption } from "../../../../src/core/verdict/exemptions/exemption.ts";
import { settings } from "../../../support/facts.ts";

/** Why a pull request is exempt under a configuration of `exemptions`; null when it is not. */
export function applies(id: ExemptionId, facts: PullRequestFacts, exempt: Readonly<Record<string, unknown>> = {}) {
  const all: readonly Exemption<ExemptionId>[] = exemptions;
  const exemption = all.find((one) => one.id === id);
  if (exemption === undefined) throw new Error(`There is no exemption ${id}.`);
  return exemption.applies(facts, settings({ exemptions: exempt }).exemptions[id])?.markdown ?? null;
}
