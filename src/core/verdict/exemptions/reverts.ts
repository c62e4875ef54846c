import { z } from "zod";
import { md } from "../../markdown/markdown.ts";
import { defineExemption } from "./exemption.ts";

export const reverts = defineExemption({
  id: "reverts",
  title: "a revert",
  description:
    "Reverts, as GitHub's revert button and `git revert` write them. Where rules are required, a revert is believed " +
    "when it names the merge commit that it reverts and changes as many lines the other way round, in as many files.",
  controlledBy: "author",
  vouched: (facts) => facts.pullRequest.reverts?.verified === true,
  settings: z.boolean().default(true),
  applies(facts, enabled) {
    if (!enabled) return null;
    const { title, reverts: reverted } = facts.pullRequest;
    if (reverted !== null) return md`a revert of ${reverted.sha.slice(0, 10)}`;
    return /^revert\b/i.test(title) ? md`a revert, by its title` : null;
  },
});
