import { md } from "../../markdown/markdown.ts";
import { defineExemption } from "./exemption.ts";
import { matchesAny } from "./matches-pattern.ts";
import { patternList } from "./pattern-list.ts";

export const baseBranches = defineExemption({
  id: "base_branches",
  title: "an exempt base branch",
  description: "Pull requests into these branches: `release/*` (`*` stands for anything).",
  controlledBy: "maintainers",
  settings: patternList,
  applies(facts, patterns) {
    const { baseBranch } = facts.pullRequest;
    return matchesAny(baseBranch, patterns) ? md`it goes into ${baseBranch}, which is exempt` : null;
  },
});
