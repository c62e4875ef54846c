import { mayWrite } from "../facts/actor.ts";
import type { Actor } from "../facts/actor.ts";
import type { PullRequest, PullRequestFacts } from "../facts/facts.ts";
import type { Said } from "../facts/said.ts";
import { md } from "../markdown/markdown.ts";
import type { Markdown } from "../markdown/markdown.ts";
import type { Policy } from "./policy.ts";
import { whoMayOptOut } from "./policy.ts";

/** What stands in a pull request's text as `No outcome: REASON`, or was said by `/outcome skip REASON`. */
export type OptOut =
  | { readonly kind: "none" | "without-reason" | "unknown" }
  | { readonly kind: "counts"; readonly reason: string; readonly by: Actor | null }
  /** `whose`: by whom it would count. */
  | { readonly kind: "no-right"; readonly whose: "author" | "body-editor" };

/** Either counts alone; one said by a command stands before one in the text. */
export function readOptOut(facts: PullRequestFacts, policy: Policy): OptOut {
  const said = readSaid(facts.said, policy);
  return said.kind === "counts" ? said : readWritten(facts, policy);
}

/** Whether its giver may was told apart from what could not be told before it got here; the role is looked at once more. */
function readSaid({ optOut }: Said, policy: Policy): OptOut {
  if (optOut === null) return { kind: "none" };
  const { reason, by, role } = optOut;
  return whoMayOptOut(policy) === "anyone" || mayWrite(role) === "yes"
    ? { kind: "counts", reason, by }
    : { kind: "none" };
}

function readWritten(facts: PullRequestFacts, policy: Policy): OptOut {
  const { reading } = facts.statements.optOut;
  switch (reading.grade) {
    case "stated":
      return weigh(reading.value, facts.pullRequest, policy);
    case "hollow":
      return { kind: "without-reason" };
    // Nobody wrote the template's own words for this pull request: nothing is said of them.
    case "template":
    case "absent":
      return { kind: "none" };
  }
}

/** It counts by who wrote the body or last edited it: nobody else is known to have seen that line. */
function weigh(reason: string, pullRequest: PullRequest, policy: Policy): OptOut {
  const editor = personWhoEdited(pullRequest);
  const counts: OptOut = { kind: "counts", reason, by: editor === null ? pullRequest.author : editor.actor };
  if (whoMayOptOut(policy) === "anyone") return counts;
  switch (mayWrite(editor?.role ?? pullRequest.authorRole)) {
    case "yes":
      return counts;
    case "no":
      return { kind: "no-right", whose: editor === null ? "author" : "body-editor" };
    case "unknown":
      return { kind: "unknown" };
  }
}

/** A bot that puts its summary into the body vouches for no line in it: then the author counts, as if nobody had edited. */
function personWhoEdited({ bodyEditor }: PullRequest): PullRequest["bodyEditor"] {
  return bodyEditor?.actor?.kind === "bot" ? null : bodyEditor;
}

export function remarkOnOptOut({ kind }: OptOut): readonly Markdown[] {
  switch (kind) {
    case "no-right":
      return [md`An opt-out stands in the text, but here ${onlyByWriters}`];
    case "unknown":
      return [
        md`An opt-out stands in the text. Here ${onlyByWriters} GitHub did not say whether this one did; it is asked again.`,
      ];
    case "without-reason":
      return [md`An opt-out stands in the text, but without a reason it does not count.`];
    case "none":
    case "counts":
      return [];
  }
}

export function remarkOnSaid({ undetermined }: Said): readonly Markdown[] {
  if (!undetermined) return [];
  return [
    md`A command stands in a comment. GitHub did not say whether who gave it may do that here; it is asked again.`,
  ];
}

const onlyByWriters = md`it counts only when somebody with write access wrote it or last edited the text.`;
