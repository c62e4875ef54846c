import { defineCommand, usualPermissions } from "./command.ts";

export const check = defineCommand({
  name: "check",
  usage: "/outcome check",
  what: "Looks again at what is true now, without waiting for anything to happen.",
  on: ["pull_request", "problem"],
  mayByDefault: "triage",
  permissions: usualPermissions,
  alsoMay: "author",
  read: () => ({ kind: "act", act: "check" }),
});
