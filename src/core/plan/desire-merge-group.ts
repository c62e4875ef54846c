import type { RepositoryName } from "../facts/reference.ts";
import type { Member, Members } from "../report/merge-group.ts";
import { renderExpired, renderPassed, renderStopped, renderWaiting } from "../report/merge-group.ts";
import type { CheckRunContent } from "../report/check-run.ts";
import { cutToSize, longestText } from "../report/cut.ts";
import type { Failing } from "../report/given-up.ts";
import { renderMisconfiguration } from "../report/misconfiguration.ts";
import type { Broken } from "../report/misconfiguration.ts";
import type { Started } from "./write.ts";

/** How a merge group's check should look, by what is true now. */
export type DesiredGroup =
  /** Nothing is asked here. */
  | { readonly kind: "silent" }
  | { readonly kind: "answered"; readonly content: CheckRunContent }
  /** In progress while it is asked again, then failed. */
  | { readonly kind: "undetermined"; readonly waiting: Started; readonly expired: CheckRunContent };

/** What is known of a group. */
export interface Judged {
  /** The open pull requests of the group, in the order of the queue. */
  readonly members: readonly Member[];
  /** Whether the queue told which pull requests those are. */
  readonly listed: boolean;
  readonly policy: "advises" | "requires";
}

/**
 * The strictest answer of all, since all are merged together. One that fails is enough to say so at once; what could not
 * be determined is waited for only where something is required: advice holds nobody up.
 */
export function desireMergeGroup({ members, listed, policy }: Judged): DesiredGroup {
  if (!isSome(members)) return { kind: "silent" };
  const stopping = members.filter(({ content }) => content.conclusion === "failure");
  if (isSome(stopping)) return { kind: "answered", content: renderStopped(members, stopping) };
  const unknown = members.filter(({ content }) => content.conclusion === "action_required");
  if (policy === "advises" || (listed && unknown.length === 0)) {
    return { kind: "answered", content: renderPassed(members) };
  }
  const undetermined = { unknown: isSome(unknown) ? unknown : members, listed };
  return {
    kind: "undetermined",
    waiting: renderWaiting(members, undetermined),
    expired: renderExpired(members, undetermined),
  };
}

function isSome(members: readonly Member[]): members is Members {
  return members.length > 0;
}

/** Where not even what is asked could be read. Nobody is told that GitHub failed when we did. */
export function desireUnread(newest: number, failing: Failing): DesiredGroup {
  const which = `the pull requests of this merge group (#${newest} and those ahead of it in the queue)`;
  const words = unread[failing](which);
  return {
    kind: "undetermined",
    waiting: { title: words.waiting, summary: `${words.what} This is tried again by itself, for 10 minutes in all.` },
    expired: {
      conclusion: "failure",
      title: words.expired,
      summary: `${words.what} This was tried for 10 minutes, and what is not known does not pass.\n\n${words.wayOn}`,
      text: "",
    },
  };
}

const unread = {
  github: (which: string) => ({
    what: `GitHub does not answer for ${which}.`,
    waiting: "Waiting for GitHub",
    expired: "GitHub did not answer in 10 minutes",
    wayOn: "**To merge**, queue the pull requests again once GitHub answers.",
  }),
  refused: (which: string) => ({
    what: `GitHub refuses what this app asks for ${which}. That is no fault of theirs: mostly a permission is missing.`,
    waiting: "GitHub refuses what this app asks",
    expired: "GitHub refused what this app asked for 10 minutes",
    wayOn:
      "**To merge**, whoever administers the account of this repository can look in its settings, under *GitHub Apps*, whether this app asks for a new permission, and accept it; else tell whoever runs this app, whose log has what was refused. Then queue the pull requests again.",
  }),
  ours: (which: string) => ({
    what: `An error of this app keeps ${which} from being evaluated. That is no fault of theirs.`,
    waiting: "Could not be evaluated yet",
    expired: "Could not be evaluated in 10 minutes",
    wayOn:
      "**To merge**, queue the pull requests again. If that does not help, tell whoever runs this app: its log has the error.",
  }),
} as const;

interface Unusable {
  readonly broken: Broken;
  readonly repository: RepositoryName;
  readonly members: readonly Member[];
  /** Whether the queue told which pull requests those are. */
  readonly listed: boolean;
}

/**
 * While the configuration cannot be used, only what repairs it passes. Nobody can do anything about a merge group itself,
 * so that what asks for an action on a pull request fails here.
 */
export function desireMisconfiguredGroup({ broken, repository, members, listed }: Unusable): DesiredGroup {
  if (broken.requires && isSome(members) && members.every(passes)) {
    return desireMergeGroup({ members, listed, policy: "requires" });
  }
  const content = renderMisconfiguration(broken, repository);
  if (!broken.requires) return { kind: "answered", content: { ...content, conclusion: "neutral" } };
  const problems = cutToSize(content.summary, longestText - repairFirst.length);
  const summary = problems + repairFirst;
  return { kind: "answered", content: { ...content, summary, conclusion: "failure" } };
}

const repairFirst =
  "\n\n**To merge**, first merge a pull request that repairs the configuration and changes nothing else; then queue these again.";

function passes({ content: { conclusion } }: Member): boolean {
  return conclusion !== "failure" && conclusion !== "action_required";
}

/**
 * Without a configuration, the branch's rules may still wait for this check: where a pull request of the group has one
 * already, the queue is let go on. Where none has, this repository never heard of us, and hears nothing.
 */
export function desireUnaskedGroup(wereTold: boolean): DesiredGroup {
  return wereTold ? { kind: "answered", content: unasked } : { kind: "silent" };
}

const unasked: CheckRunContent = {
  conclusion: "neutral",
  title: "Not configured",
  summary:
    "The default branch has no `.github/outcome.yml`, so nothing is asked of these pull requests. So that no merge waits " +
    "for this check, take `Outcome` off the checks that the branch's rules require.",
  text: "",
};
