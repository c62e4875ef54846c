import type { IssueComment } from "../../../src/sandbox/github/state/model.ts";
import type { Story } from "../start-story.ts";
import type { Thread } from "./lives.ts";

/** What the app wrote into one thread, also what somebody deleted afterwards. */
export interface Entry {
  readonly thread: string;
  readonly kind: Thread["kind"];
  readonly number: number;
  /** Commands of people that stand there at the end, as they were written. */
  readonly commanded: number;
  readonly asked: number;
  /** Of what was asked: not hidden by now. */
  readonly stillShown: number;
  readonly answered: number;
  /** About merged work. */
  readonly questions: number;
  readonly reminders: number;
  /** Of the reminders: not hidden by now. */
  readonly remindersShown: number;
}

export interface Ledger {
  /** Notes what is there now: a comment that is created and deleted between two looks is not seen. */
  readonly look: () => void;
  readonly entries: () => readonly Entry[];
}

/** Counts by comment, not by request: what matters is what people get to read. */
export function openLedger({ github }: Story): Ledger {
  const written = new Map<number, IssueComment>();
  // The app's own issue is a page of its own, and nobody's thread.
  const threads = () =>
    github.state.repositories.flatMap(({ items }) => [...items.values()].filter(({ viaApp }) => !viaApp));
  const look = () => {
    const ours = threads().flatMap(({ comments }) => comments.filter(({ viaApp }) => viaApp));
    for (const comment of ours) written.set(comment.id, comment);
  };
  const entries = () =>
    threads().map((thread): Entry => {
      const here = [...written.values()].filter(({ on }) => on === thread);
      const ofKind = (kind: Written) => here.filter((comment) => kindOf(comment) === kind);
      const [asked, reminders] = [ofKind("asked"), ofKind("reminder")];
      return {
        thread: `${thread.repository.name}#${thread.number}`,
        kind: thread.kind,
        number: thread.number,
        commanded: thread.comments.filter(isCommand).length,
        asked: asked.length,
        stillShown: asked.filter(isShown).length,
        answered: ofKind("answer").length,
        questions: ofKind("question").length,
        reminders: reminders.length,
        remindersShown: reminders.filter(isShown).length,
      };
    });
  return { look, entries };
}

type Written = "asked" | "answer" | "question" | "reminder";

/** By its marker. What an author is asked about an open thread has another. */
function kindOf({ body }: IssueComment): Written {
  const [, kind] = /^<!-- outcome-link:(answer|question|reminder) /.exec(body) ?? [];
  return kinds.find((one) => one === kind) ?? "asked";
}

const kinds = ["answer", "question", "reminder"] as const;

function isShown({ minimizedReason }: IssueComment): boolean {
  return minimizedReason === null;
}

/** The replay's people begin no other comment that way, so nothing has to be parsed. */
function isCommand({ author, body, lastEditedAt }: IssueComment): boolean {
  return author.kind === "User" && lastEditedAt === null && body.startsWith("/outcome ");
}
