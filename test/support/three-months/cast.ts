import type { Issue, IssueComment, PullRequest, Repository } from "../../../src/sandbox/github/state/model.ts";
import type { Story } from "../start-story.ts";
import { problems, statements } from "./problems.ts";

export type Thread = Issue | PullRequest;

/** Whoever acts in the three months, and what they have made so far, by name. */
export interface Cast {
  readonly story: Story;
  readonly repository: Repository;
  readonly threads: Map<string, Thread>;
  readonly problem: (name: string) => void;
  /** Opened and merged: `name-1` serves the problem `name`, or what else is linked. */
  readonly ships: (name: string, given?: Shipped) => Promise<void>;
  readonly opens: (name: string, body: string, by?: string) => PullRequest;
  readonly says: (name: string, body: string, by?: string) => IssueComment;
  readonly takesOff: (name: string, label: string) => void;
  readonly putsOn: (name: string, label: string) => void;
  /** With GitHub's button, and merged. */
  readonly reverts: (name: string, as: string) => Promise<void>;
  readonly find: (name: string) => Thread;
}

interface Shipped {
  /** In the words of the pull request: "Part of #7" unless given. */
  readonly link?: string;
  readonly by?: string;
}

/** Ada may write; Olu sends pull requests from a fork; Mia reports. */
export function castOf(story: Story, repository: Repository): Cast {
  const { people } = story;
  const threads = new Map<string, Thread>();
  const find = (name: string) => {
    const found = threads.get(name);
    if (found === undefined) throw new Error(`Nothing is called ${name} yet`);
    return found;
  };
  const opens: Cast["opens"] = (name, body, by = "ada") => {
    const fork = by === "olu" ? ({ fork: "author" } as const) : {};
    const opened = people.openPullRequest({ repository, author: by, title: `Ship ${name}`, body, ...fork });
    threads.set(name, opened);
    return opened;
  };
  const merge = async (pullRequest: PullRequest) => {
    await story.settle();
    people.mergePullRequest({ pullRequest, by: "ada" });
  };
  return {
    story,
    repository,
    threads,
    find,
    opens,
    problem: (name) => {
      const [title = name, ...rest] = (problems[name] ?? name).split("\n");
      threads.set(
        name,
        people.openIssue({ repository, author: "mia", title, body: rest.join("\n"), labels: ["problem"] }),
      );
    },
    ships: (name, { link = `Part of #${find(name.replace(/-\d+$/, "")).number}`, by } = {}) =>
      merge(opens(name, `${link}\n\n${statements[name] ?? ""}`, by)),
    says: (name, body, by = "ada") => people.comment({ on: find(name), body, by }),
    takesOff: (name, label) => people.removeLabel({ on: find(name), label, by: "ada" }),
    putsOn: (name, label) => people.addLabel({ on: find(name), label, by: "ada" }),
    reverts: (name, as) => {
      const made = people.revertPullRequest({ pullRequest: pullRequestOf(find(name)), by: "ada" });
      threads.set(as, made);
      return merge(made);
    },
  };
}

export function pullRequestOf(thread: Thread): PullRequest {
  if (thread.kind !== "PullRequest") throw new Error(`#${thread.number} is no pull request`);
  return thread;
}

export function issueOf(thread: Thread): Issue {
  if (thread.kind !== "Issue") throw new Error(`#${thread.number} is no issue`);
  return thread;
}
