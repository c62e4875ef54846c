import { defineCommand, usualPermissions } from "./command.ts";
import { readIssues } from "./read-issues.ts";

export const link = defineCommand({
  name: "link",
  usage: "/outcome link #ISSUE",
  what: "Links the problem behind this pull request. Such a link closes nothing when the pull request is merged.",
  on: ["pull_request"],
  mayByDefault: "triage",
  permissions: usualPermissions,
  alsoMay: "author",
  read: (argument, place) => readIssues("link", argument, place),
});
