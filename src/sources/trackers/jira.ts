import { projectKeysIn } from "./project-keys.ts";
import { matchAddress, type Tracker } from "./tracker.ts";

/** `/browse/SHOP-12` on any host, as teams run their own; also the pages of boards and of trackers that do as Jira does. */
const address =
  /^https?:\/\/(?!linear\.app\/|(?:[\w.-]{1,100}\.)?sentry\.io\/)[^/?#\s]{1,253}(?=\/)[^#\s]{0,300}?(?:\/(?:browse|issues?|tickets?)\/|[?&]selectedIssue=)([A-Z][A-Z0-9_]{1,19}-[1-9]\d{0,6})(?![\w-])/;

export const jira = {
  name: "jira",
  description: "`SHOP-12` and addresses such as `https://jira.example.com/browse/SHOP-12`",
  keysIn: projectKeysIn,
  keyAt: (text) => matchAddress(text, address),
  url: null,
} as const satisfies Tracker<"jira">;
