import { md } from "../../markdown/markdown.ts";
import { defineExemption } from "./exemption.ts";
import { matchesAny } from "./matches-pattern.ts";
import { patternList } from "./pattern-list.ts";

export const labels = defineExemption({
  id: "labels",
  title: "an exempt label",
  description: "Pull requests with one of these labels (`*` stands for anything).",
  // Adding a label needs the triage role.
  controlledBy: "maintainers",
  settings: patternList,
  applies(facts, patterns) {
    const label = facts.pullRequest.labels.find((name) => matchesAny(name, patterns));
    return label === undefined ? null : md`labelled ${label}`;
  },
});
