import type { IssueComment } from "../../../src/sandbox/github/state/model.ts";
import type { Story } from "../start-story.ts";

/** A comment of the app, also one that somebody deleted since. */
export interface Written {
  readonly number: number;
  readonly kind: "question" | "reminder" | "other";
  readonly at: Date;
}

export interface Witness {
  /** Notes what stands there now: what is written and deleted between two looks is not seen. */
  readonly look: () => void;
  readonly written: () => readonly Written[];
}

export function openWitness({ github }: Story): Witness {
  const seen = new Map<number, IssueComment>();
  const look = () => {
    for (const { items } of github.state.repositories) {
      for (const { comments } of items.values()) {
        for (const comment of comments) if (comment.viaApp) seen.set(comment.id, comment);
      }
    }
  };
  const written = () =>
    [...seen.values()].map((comment): Written => {
      return { number: comment.on.number, kind: kindOf(comment.body), at: new Date(comment.createdAt) };
    });
  return { look, written };
}

/** By its first line, as the app itself has to know it again. */
function kindOf(body: string): Written["kind"] {
  if (body.startsWith(question)) return "question";
  return body.startsWith("<!-- outcome-link:reminder -->") ? "reminder" : "other";
}

const question = "<!-- outcome-link:question -->";

export function isQuestion({ viaApp, body }: IssueComment): boolean {
  return viaApp && body.startsWith(question);
}
