import type { Policy } from "./policies.ts";
import { strengthOf } from "./rights.ts";
import type { Standing } from "./standing.ts";

/** All that decides about an open pull request. */
export interface Situation extends Pick<Standing, "believes" | "optsOut"> {
  /** All that are linked, whether they count or not, in the order in which they would. */
  readonly problems: readonly {
    readonly number: number;
    readonly state: "open" | "closed";
    readonly isBug: boolean;
    readonly believes: boolean;
  }[];
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
  const { policy } = situation;
  const comment = { kind: policy.comments === "never" ? "free" : "quiet" } as const;
  if (situation.excused) return { conclusion: "skipped", title: "Not asked:", comment };
  if (isOut(situation)) return { conclusion: "neutral", title: "Opted out, with a reason", comment };
  const missing = findMissing(situation);
  if (missing === null) return { conclusion: "success", title: titleOfAll(situation), comment };
  return {
    conclusion: policy[missing] === "require" ? "failure" : "neutral",
    title: titleOfMissing(situation, missing),
    comment: policy.comments === "never" ? comment : { kind: "asks", question: asked[missing].question },
  };
}

/** One in the text counts where everybody's does, or where who wrote it may write; one by a command counts if it stands. */
function isOut({ optsOut, author, policy }: Situation): boolean {
  const isHeard = author === "may write" || strengthOf(policy) === "advises";
  return optsOut === "by a command" || (optsOut === "by the text" && isHeard);
}

/** The first that is required, else the first that is advised. */
function findMissing(situation: Situation): Asked | null {
  const missing = (["link", "belief"] as const).filter((part) => !isThere(situation, part));
  const at = (level: "require" | "advise") => missing.find((part) => situation.policy[part] === level);
  return at("require") ?? at("advise") ?? null;
}

function isThere(situation: Situation, part: Asked): boolean {
  const problems = counting(situation);
  if (part === "link") return problems.length > 0;
  // Of a fix nobody asks what it is believed to do; what any of the problems believes counts.
  const isFix = problems[0]?.isBug === true;
  return situation.believes === "yes" || isFix || problems.some(({ believes }) => believes);
}

function counting({ problems, policy }: Situation): Situation["problems"] {
  return problems.filter(({ state }) => policy.counts === "any problem" || state === "open");
}

function titleOfAll(situation: Situation): string {
  const [problem] = counting(situation);
  return problem === undefined ? "Nothing is missing" : `Linked to #${problem.number}, follow-up`;
}

function titleOfMissing(situation: Situation, missing: Asked): string {
  const { title } = asked[missing];
  const [problem] = counting(situation);
  if (problem === undefined) return title;
  return `Linked to #${problem.number}; ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}
