import { z } from "zod";
import { md } from "../../markdown/markdown.ts";
import { defineExemption } from "./exemption.ts";

export const backports = defineExemption({
  id: "backports",
  title: "a back-port",
  description:
    "Back-ports of merged work to another branch: a head branch or title that starts with `backport`, into a base " +
    "branch that is not the default one.",
  controlledBy: "author",
  settings: z.boolean().default(true),
  applies(facts, enabled) {
    const { headBranch, title, baseBranch } = facts.pullRequest;
    if (!enabled || baseBranch === facts.repository.defaultBranch) return null;
    const named = /^backport\b/i.test(headBranch) || /^\W{0,2}back-?port\b/i.test(title);
    return named ? md`a back-port to ${baseBranch}` : null;
  },
});
