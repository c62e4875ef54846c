import type { SimulatedGitHub } from "../../../src/sandbox/github/simulated-github.ts";
import type { Issue, PullRequest } from "../../../src/sandbox/github/state/model.ts";
import { builder, cook, owner, support, updateBot } from "../../../src/sandbox/seed/cast.ts";

export type Thread = Issue | PullRequest;

/** What somebody does with a thread that changes nothing of what it states. */
export type Act<Of extends Thread> = (people: SimulatedGitHub["people"], thread: Of) => void;

const note = "\n\nSeen on two phones.\n";
const label = "feature";

const addLabel: Act<Thread> = (people, thread) => people.addLabel({ on: thread, label, by: owner });
const removeLabel: Act<Thread> = (people, thread) => {
  if (thread.labels.some(({ name }) => name === label)) people.removeLabel({ on: thread, label, by: owner });
};

function says(by: string, body: string): Act<Thread> {
  return (people, thread) => void people.comment({ on: thread, by, body });
}

/** Says something, and makes it a command afterwards: nothing that was edited is one. */
const editsIntoCommand: Act<Thread> = (people, thread) => {
  const comment = people.comment({ on: thread, by: builder, body: "Let me see." });
  people.editComment({ comment, by: builder, body: "/outcome help" });
};

/** Whoever started the thread asks for something: bots do not. */
function asks(body: string): Act<Thread> {
  return (people, thread) => void people.comment({ on: thread, by: personOf(thread), body });
}

function personOf({ author }: Thread): string {
  return author.kind === "User" ? author.login : owner;
}

export const livesOfIssues: readonly Act<Issue>[] = [
  addLabel,
  (people, issue) => people.editIssue({ issue, by: personOf(issue), body: `${issue.body ?? ""}${note}` }),
  says(cook, "Same at our table."),
  (people, issue) => people.editIssue({ issue, by: owner, title: `${issue.title} (again)` }),
  says(builder, "> /outcome skip not for us\n\nWhy not?"),
  removeLabel,
  says(updateBot, "/outcome help"),
  says(support, "Try this in a comment:\n\n```\n/outcome help\n```"),
  (people, issue) => people.editIssue({ issue, by: owner, body: (issue.body ?? "").replace(note, "") }),
  asks("/outcome help"),
  editsIntoCommand,
  (people, issue) => {
    if (issue.state !== "open") return;
    people.closeIssue({ issue, by: owner });
    people.reopenIssue({ issue, by: owner });
  },
  asks("/outcome chekc"),
];

const whileOpen =
  (act: Act<PullRequest>): Act<PullRequest> =>
  (people, pullRequest) => {
    if (pullRequest.state === "open") act(people, pullRequest);
  };

export const livesOfPullRequests: readonly Act<PullRequest>[] = [
  whileOpen((people, pullRequest) => void people.pushToPullRequest({ pullRequest, by: personOf(pullRequest) })),
  (people, pullRequest) => {
    people.editPullRequest({ pullRequest, by: personOf(pullRequest), body: `${pullRequest.body ?? ""}${note}` });
  },
  says(builder, "Looks good to me."),
  addLabel,
  (people, pullRequest) => people.editPullRequest({ pullRequest, by: owner, title: `${pullRequest.title} (2)` }),
  says(builder, "Would this help?\n\n```\n/outcome skip not needed\n```"),
  says(updateBot, "/outcome skip bots never know"),
  asks("/outcome check"),
  whileOpen((people, pullRequest) => {
    void people.pushToPullRequest({ pullRequest, by: personOf(pullRequest), force: "force" });
  }),
  removeLabel,
  whileOpen((people, pullRequest) => {
    if (pullRequest.draft) return;
    people.convertToDraft({ pullRequest, by: personOf(pullRequest) });
    people.readyForReview({ pullRequest, by: personOf(pullRequest) });
  }),
  editsIntoCommand,
  asks("/outcome help"),
  (people, pullRequest) => {
    people.editPullRequest({ pullRequest, by: owner, body: (pullRequest.body ?? "").replace(note, "") });
  },
  whileOpen((people, pullRequest) => {
    people.closePullRequest({ pullRequest, by: owner });
    people.reopenPullRequest({ pullRequest, by: owner });
  }),
  asks("/outcome chekc"),
];
