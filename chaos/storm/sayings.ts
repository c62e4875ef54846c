import type { Places } from "./bodies.ts";
import { believing } from "./bodies.ts";

/** A comment, with what everybody agrees that it says and asks for. Nothing here is worked out from the text. */
export interface Saying {
  readonly name: string;
  readonly write: (places: Places) => string;
  /** For as long as it stands there as it was written, if who wrote it may say so. */
  readonly says: "a link" | "no link" | "an opt-out" | "no opt-out" | "a belief" | "nothing";
  /** Whether it believes something where who opened an issue says it there, in whatever comment, edited or not. */
  readonly answers: "yes" | "no";
  /** Who may ask for it; "no command": nothing is asked, and nobody is answered. */
  readonly asks: "anyone" | "triage" | "write" | "opt-out" | "no command";
  /** How those are answered who may ask for it. */
  readonly answer: "done" | "done, in words" | "refused, in words";
  /** An issue has no place for what only a pull request can be told; nothing looks at one that does not call itself a problem. */
  readonly where: "anywhere" | "on pull requests";
}

export const sayings: readonly Saying[] = [
  says("a link", ({ problem }) => `/outcome link #${problem}`, { says: "a link" }),
  says("a link in capitals, and talk", ({ problem }) => `/OUTCOME Link #${problem} as it seems\r\n\r\nThanks!`, {
    says: "a link",
  }),
  says("a link to what does not exist", ({ nothing }) => `/outcome link #${nothing}`),
  says("no link", ({ problem }) => `/outcome unlink #${problem}`, { says: "no link" }),
  says("an opt-out", () => "/outcome skip only our own builds change", { says: "an opt-out", asks: "opt-out" }),
  says("an opt-out, and talk", () => "/outcome skip a spelling mistake\nNobody will notice.", {
    says: "an opt-out",
    asks: "opt-out",
  }),
  says("no opt-out", () => "/outcome unskip", { says: "no opt-out", asks: "opt-out" }),
  says("a belief", () => `/outcome hypothesis ${believing}`, { says: "a belief", asks: "write", where: "anywhere" }),
  says("another look", () => "/outcome check"),
  says("help", () => "/outcome", { asks: "anyone", answer: "done, in words", where: "anywhere" }),
  ...[
    says("something mistyped", ({ problem }) => `/outcome lnik #${problem}`),
    says("an opt-out without a reason", () => "/outcome skip"),
    says("a link without an issue", () => "/outcome link the other one"),
  ].map((one): Saying => ({ ...one, asks: "anyone", answer: "refused, in words" })),
  ...[
    says("a word", () => "Fine by me."),
    says("an answer", () => believing, { answers: "yes" }),
    says("a quoted opt-out", () => "> /outcome skip only our own builds change\n\nWhy?"),
    says("a quoted link", ({ problem }) => `> /outcome link #${problem}`),
    says("an opt-out in code", () => "```\n/outcome skip only our own builds change\n```"),
    says("an opt-out further down", () => "Let me see.\n\n/outcome skip only our own builds change"),
    says("an opt-out that nobody sees", () => "<!--\n/outcome skip only our own builds change\n-->\n\nFine."),
  ].map((one): Saying => ({ ...one, asks: "no command" })),
];

/** Something follows from them; the others are answered at most. */
export const effective: readonly Saying[] = sayings.filter((one) => one.says !== "nothing");

function says(name: string, write: Saying["write"], told: Partial<Saying> = {}): Saying {
  return {
    name,
    write,
    says: "nothing",
    answers: "no",
    asks: "triage",
    answer: "done",
    where: "on pull requests",
    ...told,
  };
}
