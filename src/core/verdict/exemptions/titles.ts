import { md } from "../../markdown/markdown.ts";
import { defineExemption } from "./exemption.ts";
import { matchesAny } from "./matches-pattern.ts";
import { patternList } from "./pattern-list.ts";

export const titles = defineExemption({
  id: "titles",
  title: "an exempt title",
  description: "Pull requests whose whole title matches one of these patterns: `chore:*` (`*` stands for anything).",
  controlledBy: "author",
  settings: patternList,
  applies(facts, patterns) {
    return matchesAny(facts.pullRequest.title, patterns) ? md`its title is of an exempt kind` : null;
  },
});
