import { md } from "../markdown/markdown.ts";
import { isHollow, isPlaceholder } from "../statements/hollow.ts";
import { defineCommand, strictPermissions } from "./command.ts";

export const skip = defineCommand({
  name: "skip",
  usage: "/outcome skip REASON",
  what: "Says that no outcome is asked of this pull request, and why; the same as `No outcome: REASON` in the description.",
  on: ["pull_request"],
  mayByDefault: "opt_out",
  permissions: strictPermissions,
  // Where something is required, its author is the last who should decide that it is not.
  alsoMay: null,
  read: (argument) =>
    isHollow(argument) || isPlaceholder(argument)
      ? {
          kind: "wrong",
          why: md`the reason is missing. It belongs right behind ${"/outcome skip"}, on the same line, so that others can follow it later`,
        }
      : { kind: "statement", statement: { kind: "skip", reason: argument } },
});
