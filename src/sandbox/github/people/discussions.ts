import {
  createComment,
  deleteComment,
  editComment,
  minimizeComment,
  react,
  unminimizeComment,
} from "../acts/comments.ts";
import { markAsDuplicate, unmarkAsDuplicate } from "../acts/duplicates.ts";
import {
  closeIssue,
  deleteIssue,
  editIssue,
  openIssue,
  reopenIssue,
  setIssueType,
  setLocked,
  setParent,
  transferIssue,
} from "../acts/issues.ts";
import { addLabels, findLabel, removeLabel } from "../acts/labels.ts";
import { pinIssue, unpinIssue } from "../acts/pins.ts";
import type { Account, Issue, IssueComment, ReactionContent, StateReason } from "../state/model.ts";
import type { World } from "../world.ts";
import { type IssueLike, issueOf, type ItemLike, itemOf, person, repositoryOf, type RepositoryLike } from "./cast.ts";

export type NewIssue = {
  repository: RepositoryLike;
  author: string;
  title: string;
  body?: string | null;
  labels?: readonly string[];
  type?: string;
};
type OnIssue = { issue: IssueLike; by: string };
type OnComment = { comment: IssueComment; by: string };
type Reacting = { on: IssueComment | ItemLike; by: string; content: ReactionContent };

export function discussionActs(world: World) {
  const on = (given: OnIssue): [Issue, Account] => [issueOf(world, given.issue), person(world, given.by)];
  return {
    openIssue: ({ repository, author, ...given }: NewIssue): Issue =>
      openIssue(world, repositoryOf(world, repository), { ...given, by: person(world, author) }),
    editIssue: ({ issue, by, ...edit }: OnIssue & { title?: string; body?: string | null }): void =>
      editIssue(world, issueOf(world, issue), { ...edit, by: person(world, by) }),
    /** With GitHub's button "Close with comment", where there is one. */
    closeIssue: (given: OnIssue & { reason?: StateReason; comment?: string }): void => {
      const [issue, by] = on(given);
      if (given.comment !== undefined) createComment(world, issue, { body: given.comment, by });
      closeIssue(world, issue, { reason: given.reason ?? "completed", by });
    },
    reopenIssue: (given: OnIssue): void => reopenIssue(world, ...on(given)),
    /** On the page of the issue. */
    pinIssue: ({ issue }: { issue: IssueLike }): void => {
      const refused = pinIssue(world, issueOf(world, issue));
      if (refused !== null) throw new Error(refused);
    },
    unpinIssue: ({ issue }: { issue: IssueLike }): void => unpinIssue(world, issueOf(world, issue)),
    lock: (given: { on: ItemLike; by: string }): void =>
      setLocked(world, itemOf(world, given.on), { locked: true, by: person(world, given.by) }),
    unlock: (given: { on: ItemLike; by: string }): void =>
      setLocked(world, itemOf(world, given.on), { locked: false, by: person(world, given.by) }),
    deleteIssue: (given: OnIssue): void => deleteIssue(world, ...on(given)),
    transferIssue: (given: OnIssue & { to: RepositoryLike }): Issue => {
      const [issue, by] = on(given);
      return transferIssue(world, issue, { to: repositoryOf(world, given.to), by });
    },
    setParent: (given: OnIssue & { parent: IssueLike | null }): void => {
      const [issue, by] = on(given);
      setParent(world, issue, { parent: given.parent === null ? null : issueOf(world, given.parent), by });
    },
    setIssueType: (given: OnIssue & { type: string | null }): void => {
      const [issue, by] = on(given);
      setIssueType(world, issue, { type: given.type, by });
    },
    markAsDuplicate: (given: OnIssue & { of: IssueLike }): void =>
      markAsDuplicate(world, issueOf(world, given.issue), {
        of: issueOf(world, given.of),
        by: person(world, given.by),
      }),
    unmarkAsDuplicate: (given: OnIssue & { of: IssueLike }): void =>
      unmarkAsDuplicate(world, issueOf(world, given.issue), {
        of: issueOf(world, given.of),
        by: person(world, given.by),
      }),
    addLabel: (given: { on: ItemLike; label: string; by: string }): void =>
      addLabels(world, itemOf(world, given.on), { names: [given.label], by: person(world, given.by) }),
    removeLabel: (given: { on: ItemLike; label: string; by: string }): void => takeOff(world, given),
    ...commentActs(world),
  };
}

function takeOff(world: World, given: { on: ItemLike; label: string; by: string }): void {
  const item = itemOf(world, given.on);
  const label = findLabel(item.repository, given.label);
  if (label === undefined || !item.labels.includes(label))
    throw new Error(`Number ${item.number} has no label ${given.label}`);
  removeLabel(world, item, { label, by: person(world, given.by) });
}

function commentActs(world: World) {
  return {
    comment: (given: { on: ItemLike; body: string; by: string }): IssueComment =>
      createComment(world, itemOf(world, given.on), { body: given.body, by: person(world, given.by) }),
    editComment: (given: OnComment & { body: string }): void =>
      editComment(world, given.comment, { body: given.body, by: person(world, given.by) }),
    deleteComment: (given: OnComment): void => deleteComment(world, given.comment, person(world, given.by)),
    /** The reason in GraphQL's words: "resolved", "outdated", "off-topic", "spam", "abuse", "duplicate". */
    hideComment: (given: OnComment & { reason: string }): void =>
      minimizeComment(given.comment, { reason: given.reason, by: person(world, given.by) }),
    unhideComment: (given: OnComment): void => unminimizeComment(given.comment),
    react: (given: Reacting): void =>
      void react(world, "kind" in given.on ? given.on : itemOf(world, given.on), {
        content: given.content,
        by: person(world, given.by),
      }),
  };
}
