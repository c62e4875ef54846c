import { parseDuration } from "../follow-up/duration.ts";
import { md } from "../markdown/markdown.ts";
import { defineCommand, usualPermissions } from "./command.ts";

/** In milliseconds, both included. */
const [shortest, longest] = ["1 day", "12 months"].map((text) => parseDuration(text)?.milliseconds ?? 0);

export const snooze = defineCommand({
  name: "snooze",
  usage: "/outcome snooze DURATION",
  what: "Puts off the question what became of the merged work, by a time like `2 weeks`, counted from the comment.",
  on: ["pull_request", "problem"],
  mayByDefault: "write",
  permissions: usualPermissions,
  alsoMay: "servers",
  read: (argument) => {
    const duration = parseDuration(argument.replace(/^for /iu, "").replace(/[.!]$/u, ""));
    return duration === null || duration.milliseconds < (shortest ?? 0) || duration.milliseconds > (longest ?? 0)
      ? {
          kind: "wrong",
          why: md`how long to wait is missing, or is not between ${"1 day"} and ${"12 months"}. It is written like this: ${"/outcome snooze 2 weeks"}`,
        }
      : { kind: "statement", statement: { kind: "snooze", duration } };
  },
});
