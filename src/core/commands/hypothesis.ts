import { md } from "../markdown/markdown.ts";
import { isHollow } from "../statements/hollow.ts";
import { defineCommand, usualPermissions } from "./command.ts";

/** Pasted from the help as it stands there, it claims nothing. */
const form = "We believe CHANGE for WHO will EFFECT because REASON.";

export const hypothesis = defineCommand({
  name: "hypothesis",
  usage: `/outcome hypothesis ${form}`,
  what: "States what this is believed to do for users; it takes the place of what the description says.",
  on: ["pull_request", "problem"],
  mayByDefault: "write",
  permissions: usualPermissions,
  alsoMay: "author",
  read: (argument) =>
    isHollow(argument) || argument === form
      ? {
          kind: "wrong",
          why: md`the sentence is missing that says what this is believed to do for users. It belongs right behind ${"/outcome hypothesis"}, on the same line`,
        }
      : { kind: "statement", statement: { kind: "hypothesis", text: argument } },
});
