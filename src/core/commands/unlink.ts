import { defineCommand, usualPermissions } from "./command.ts";
import { readIssues } from "./read-issues.ts";

export const unlink = defineCommand({
  name: "unlink",
  usage: "/outcome unlink #ISSUE",
  what: "Says that this issue is not the problem behind this pull request, wherever a link to it stands.",
  on: ["pull_request"],
  mayByDefault: "triage",
  permissions: usualPermissions,
  alsoMay: "author",
  read: (argument, place) => readIssues("unlink", argument, place),
});
