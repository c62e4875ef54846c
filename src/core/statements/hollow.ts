import { plainWords } from "../markdown/plain-words.ts";
import { languages } from "./languages/index.ts";

/** Whether words are there and say nothing: "N/A", "TBD", "see title", "???", an emoji. */
export function isHollow(text: string): boolean {
  if (text.length > longestFiller) return false;
  const words = plainWords(text);
  return words === "" || fillers.has(words) || pointers.some((pattern) => pattern.test(words));
}

const fillers: ReadonlySet<string> = new Set(languages.flatMap(({ empty }) => empty.fillers));
const pointers: readonly RegExp[] = languages.map(({ empty }) => new RegExp(`^(?:${empty.pointers.join("|")})$`, "u"));

/** Whether words are still those of a form: "CHANGE", "[describe the problem]", "____", "Describe the problem here". */
export function isPlaceholder(text: string): boolean {
  if (text.length > longestPlaceholder) return false;
  const trimmed = text.trim().replace(/[.,;:!?]+$/u, "");
  if (/^(?:\[[^[\]]*\]|<[^<>]*>|\{+[^{}]*\}+|_{2,})$/u.test(trimmed)) return true;
  return isCapitals(trimmed) || isGuidance(trimmed.toLowerCase());
}

/** Longer texts say something, in characters. */
const longestFiller = 60;
const longestPlaceholder = 300;

/** The words in capitals of the lines that people are asked to paste. */
function isCapitals(text: string): boolean {
  const words = text.split(/[^\p{L}]+/u).filter((word) => word !== "");
  return words.length > 0 && words.every((word) => capitals.has(word));
}

/** What GitHub's own forms and many others say to whoever fills them in. */
function isGuidance(text: string): boolean {
  return (
    /^a clear and concise description of [^.]*(?:\. ?ex\. .*\[\.\.\.\])?$/u.test(text) ||
    /^(?:please )?(?:briefly )?(?:describe|explain|provide|enter|insert|fill in|write|add) .{0,80}\bhere$/u.test(
      text,
    ) ||
    /^(?:please )?(?:briefly )?(?:describe|explain) (?:the|your|what|why|how|who) [^.]{0,80}$/u.test(text) ||
    /^(?:please )?(?:include|attach|paste|share|provide) (?:any|all|the|your|a) .{0,60}\b(?:helpful|relevant|useful|necessary)\b/u.test(
      text,
    ) ||
    bugForm.test(text)
  );
}

/** GitHub's own bug template: "Go to '...'", "See error". */
const bugForm =
  /^(?:(?:go to|click on|scroll down to) ['"‘“]\.{3,4}['"’”]|see error|steps to reproduce the behaviou?r|if applicable, add screenshots to help explain your problem|add any other context (?:about|or) .{1,80})$/u;

const capitals: ReadonlySet<string> = new Set(
  (
    "CHANGE WHO WHOM WHAT HAPPENS DO CANNOT EFFECT REASON METRIC BASELINE NOW TARGET WINDOW QUESTION PROBLEM EVIDENCE " +
    "LINK QUOTE NUMBER OR STEPS TO REPRODUCE IS MEASURED ELSE WAS CONSIDERED WHY ISSUE DAYS OUTCOME"
  ).split(" "),
);
