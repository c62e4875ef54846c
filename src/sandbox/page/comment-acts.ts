import type { SimulatedGitHub } from "../github/simulated-github.ts";
import type { Account, IssueComment } from "../github/state/model.ts";
import type { Form } from "./read-form.ts";
import { readReaction } from "./reactions.ts";
import { loginOf } from "./view.ts";
import { editorsOf } from "./who-acts.ts";

interface OnComment extends Form {
  readonly github: SimulatedGitHub;
  readonly comment: IssueComment;
}

/** By the last part of the path that a form below a comment is sent to. */
export const onComments: Readonly<Record<string, (asked: OnComment) => void>> = {
  edit: ({ github, comment, by, field }) => {
    github.people.editComment({ comment, by: editor(comment, by), body: field("body") });
  },
  delete: ({ github, comment, by }) => github.people.deleteComment({ comment, by: editor(comment, by) }),
  react: ({ github, comment, by, field }) => {
    github.people.react({ on: comment, by: by.login, content: readReaction(field("content")) });
  },
};

function editor(comment: IssueComment, by: Account): string {
  if (!editorsOf(comment).includes(by)) throw new Error(`${loginOf(by)} may not change this comment`);
  return by.login;
}
