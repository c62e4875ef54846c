import { defineCommand, usualPermissions } from "./command.ts";

export const help = defineCommand({
  name: "help",
  usage: "/outcome help",
  what: "Lists what can be said here.",
  on: ["pull_request", "problem"],
  mayByDefault: "anyone",
  permissions: usualPermissions,
  alsoMay: "author",
  read: () => ({ kind: "act", act: "help" }),
});
