import { defineCommand, usualPermissions } from "./command.ts";
import { readIssues } from "./read-issues.ts";

export const link = defineCommand({
  name: "link",
  usage: "/outcome link #ISSUE",
  what: "Links the problem behind this pull request. Nothing closes it: GitHub's own links are left alone.",
  on: ["pull_request"],
  mayByDefault: "triage",
  permissions: usualPermissions,
  authorMay: true,
  read: (argument, place) => readIssues("link", argument, place),
});
