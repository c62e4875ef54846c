import type { SimulatedGitHub } from "../github/simulated-github.ts";
import type { Issue, PullRequest } from "../github/state/model.ts";
import { latestChecks, queueChecks } from "../shown-items.ts";
import { readReaction } from "./reactions.ts";
import type { Form } from "./read-form.ts";
import type { Item } from "./view.ts";
import { anchorOf } from "./view.ts";

/** What a form asked for. */
interface Asked<Of extends Item> extends Form {
  readonly github: SimulatedGitHub;
  readonly item: Of;
}

/** Where to look afterwards: at a place on the page, at another page, or at its top where nothing is returned. */
export type Place = string | Item | void;

type Acts<Of extends Item> = Readonly<Record<string, (asked: Asked<Of>) => Place>>;

const onBoth: Acts<Item> = {
  comment: ({ github, item, by, field }) =>
    anchorOf(github.people.comment({ on: item, by: by.login, body: field("body") })),
  react: ({ github, item, by, field }) => {
    github.people.react({ on: item, by: by.login, content: readReaction(field("content")) });
  },
  label: ({ github, item, by, field }) => {
    github.people.addLabel({ on: item, by: by.login, label: field("label") });
  },
  unlabel: ({ github, item, by, field }) => {
    github.people.removeLabel({ on: item, by: by.login, label: field("label") });
  },
};

/** By the last part of the path that a form is sent to. */
export const onIssues: Acts<Issue> = {
  ...onBoth,
  edit: ({ github, item, by, field }) => {
    github.people.editIssue({ issue: item, by: by.login, title: field("title"), body: field("body") });
  },
  close: ({ github, item, by }) => github.people.closeIssue({ issue: item, by: by.login }),
  reopen: ({ github, item, by }) => github.people.reopenIssue({ issue: item, by: by.login }),
};

/** By the last part of the path that a form is sent to. */
export const onPullRequests: Acts<PullRequest> = {
  ...onBoth,
  edit: ({ github, item, by, field }) => {
    github.people.editPullRequest({ pullRequest: item, by: by.login, title: field("title"), body: field("body") });
  },
  close: ({ github, item, by }) => github.people.closePullRequest({ pullRequest: item, by: by.login }),
  reopen: ({ github, item, by }) => github.people.reopenPullRequest({ pullRequest: item, by: by.login }),
  merge: ({ github, item, by }) => github.people.mergePullRequest({ pullRequest: item, by: by.login }),
  revert: ({ github, item, by }) => github.people.revertPullRequest({ pullRequest: item, by: by.login }),
  queue: ({ github, item, by }) => {
    if (item.repository.mergeGroups.some((group) => group.pullRequests.includes(item))) return;
    github.people.requestMergeGroup({ pullRequests: [item], by: by.login, end: "by-check" });
  },
  ready: ({ github, item, by }) => github.people.readyForReview({ pullRequest: item, by: by.login }),
  draft: ({ github, item, by }) => github.people.convertToDraft({ pullRequest: item, by: by.login }),
  push: ({ github, item, by, field }) => {
    github.people.pushToPullRequest({ pullRequest: item, by: by.login, message: field("message") });
  },
  link: ({ github, item, field }) => {
    if (item.developmentLinks.some(({ number }) => number === Number(field("issue")))) return;
    github.people.linkInSidebar({ pullRequest: item, issue: issueOf(item, field("issue")) });
  },
  unlink: ({ github, item, field }) => {
    github.people.unlinkInSidebar({ pullRequest: item, issue: issueOf(item, field("issue")) });
  },
  recheck: ({ github, item, by }) => {
    for (const run of [...latestChecks(item), ...queueChecks(item)])
      github.people.rerequestCheckRun({ run, by: by.login });
  },
  press: ({ github, item, by, field }) => {
    const run = [...latestChecks(item), ...queueChecks(item)].find(({ id }) => id === Number(field("run")));
    if (run === undefined) throw new Error("The check run is not the newest here any more");
    github.people.requestCheckAction({ run, identifier: field("identifier"), by: by.login });
    return "checks";
  },
};

function issueOf({ repository: { owner, name } }: PullRequest, number: string) {
  return { repository: `${owner.login}/${name}`, number: Number(number) };
}
