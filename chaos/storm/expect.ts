import type { Body } from "./bodies.ts";
import type { Policy } from "./policies.ts";

/** All that decides about an open pull request. */
export interface Situation {
  readonly body: Body;
  readonly problem: {
    readonly number: number;
    readonly state: "open" | "closed";
    readonly isBug: boolean;
    readonly believes: "yes" | "no";
  };
  readonly policy: Policy;
  /** A draft, or with the label that excuses. */
  readonly excused: boolean;
  readonly author: "may write" | "may read";
}

export interface Expected {
  readonly conclusion: "success" | "neutral" | "failure" | "skipped";
  /** How the check's title begins. */
  readonly title: string;
  /** `quiet`: none, or hidden. `free`: whatever stood there before comments were turned off. */
  readonly comment: { readonly kind: "asks"; readonly question: string } | { readonly kind: "quiet" | "free" };
}

const asked = {
  link: { question: "Which problem does this solve?", title: "No problem is linked yet" },
  belief: { question: "What do we believe this will do for users?", title: "No hypothesis yet" },
} as const;
type Asked = keyof typeof asked;

/** What GitHub should show of an open pull request, from what is known of its parts. */
export function expect(situation: Situation): Expected {
  const { policy, body, author } = situation;
  const comment = { kind: policy.comments === "never" ? "free" : "quiet" } as const;
  if (situation.excused) return { conclusion: "skipped", title: "Not asked:", comment };
  const requires = policy.link === "require" || policy.belief === "require";
  if (body.optsOut === "yes" && (!requires || author === "may write")) {
    return { conclusion: "neutral", title: "Opted out, with a reason", comment };
  }
  const missing = findMissing(situation);
  if (missing === null) return { conclusion: "success", title: titleOfAll(situation), comment };
  return {
    conclusion: policy[missing] === "require" ? "failure" : "neutral",
    title: titleOfMissing(situation, missing),
    comment: policy.comments === "never" ? comment : { kind: "asks", question: asked[missing].question },
  };
}

/** The first that is required, else the first that is advised. */
function findMissing(situation: Situation): Asked | null {
  const missing = (["link", "belief"] as const).filter((part) => !isThere(situation, part));
  const at = (level: "require" | "advise") => missing.find((part) => situation.policy[part] === level);
  return at("require") ?? at("advise") ?? null;
}

function isThere(situation: Situation, part: Asked): boolean {
  const { body, problem } = situation;
  if (part === "link") return isLinked(situation);
  // Of a fix nobody asks what it is believed to do.
  return body.believes === "yes" || (isLinked(situation) && (problem.isBug || problem.believes === "yes"));
}

function isLinked({ body, problem, policy }: Situation): boolean {
  return body.links === "the problem" && (policy.counts === "any problem" || problem.state === "open");
}

function titleOfAll(situation: Situation): string {
  return isLinked(situation) ? `Linked to #${situation.problem.number}, follow-up` : "Nothing is missing";
}

function titleOfMissing(situation: Situation, missing: Asked): string {
  const { title } = asked[missing];
  if (!isLinked(situation)) return title;
  return `Linked to #${situation.problem.number}; ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}
