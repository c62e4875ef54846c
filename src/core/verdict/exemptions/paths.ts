import { md } from "../../markdown/markdown.ts";
import { defineExemption } from "./exemption.ts";
import { globMatcher } from "./matches-glob.ts";
import { patternList } from "./pattern-list.ts";

export const paths = defineExemption({
  id: "paths",
  title: "only exempt paths changed",
  description:
    "Pull requests of which every changed file matches one of these globs: `docs/**`, `**/*.{md,txt}` (`**`: any folders, " +
    "`*` and `?`: anything and one character within a name, `{a,b}`: either).",
  controlledBy: "maintainers",
  settings: patternList,
  applies(facts, globs) {
    const changed = facts.pullRequest.paths;
    if (globs.length === 0 || changed === null || changed.length === 0) return null;
    const matchers = globs.map(globMatcher);
    return changed.every((path) => matchers.some((matches) => matches(path))) ? md`every changed file is exempt` : null;
  },
});
