import type { z } from "zod";
import type { pushPayload } from "./payloads.ts";

/** GitHub names at most this many commits in a push; beyond it any file may have changed. */
const mostCommits = 2048;

/** The configuration, and the templates whose words do not count as answers. */
const watched = /^\.github\/outcome\.ya?ml$|(^|\/)(?:pull_request|issue)_template(\/|\.|$)/i;

/** Whether a push to the default branch touches what verdicts depend on, in any of its commits. */
export function changesConfiguration({ ref, repository, commits }: z.output<typeof pushPayload>): boolean {
  if (ref !== `refs/heads/${repository.default_branch}`) return false;
  if (commits.length >= mostCommits) return true;
  return commits.some(({ added, modified, removed }) =>
    [added, modified, removed].some((paths) => paths?.some((path) => watched.test(path)) ?? false),
  );
}
