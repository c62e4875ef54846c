import picomatch from "picomatch";
import { md } from "../../markdown/markdown.ts";
import { defineExemption } from "./exemption.ts";
import { patternList } from "./pattern-list.ts";

// Globs without groups that repeat: picomatch turns them into regular expressions that stay linear.
const plainGlobs = { dot: true, noextglob: true } as const;

export const paths = defineExemption({
  id: "paths",
  title: "only exempt paths changed",
  description: "Pull requests of which every changed file matches one of these globs: `docs/**`, `**/*.md`.",
  controlledBy: "maintainers",
  settings: patternList,
  applies(facts, globs) {
    const changed = facts.pullRequest.paths;
    if (globs.length === 0 || changed === null || changed.length === 0) return null;
    const matches = picomatch([...globs], plainGlobs);
    return changed.every((path) => matches(path)) ? md`it changes only ${globs.join(", ")}` : null;
  },
});
