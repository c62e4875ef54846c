import { z } from "zod";
import { plainTitle } from "../../core/markdown/plain-words.ts";

const phrase = z.string().trim().min(2).max(60);

/** How links are found in a text, besides the usual ways. */
export const linkSettingsSchema = z.strictObject({
  keywords: z.array(phrase).max(50).default([]).meta({
    description:
      "Phrases that make a reference behind them a link (`implements`, `user story`), besides GitHub's closing keywords, part of, relates to, refs, towards and problem.",
  }),
  headings: z.array(phrase).max(50).default([]).meta({
    description:
      "Headings and field names under which a reference is a link, besides the usual ones (Problem, Issue, Ticket, Related issues, Fixes ...). Case, punctuation, emoji and numbering do not matter.",
  }),
});

export type LinkSettings = z.output<typeof linkSettingsSchema>;

/** As people title them, reduced to plain words. */
const usualHeadings = [
  "problem",
  "problem statement",
  "user problem",
  "issue",
  "issues",
  "issue link",
  "issue links",
  "issue number",
  "issue reference",
  "github issue",
  "github issues",
  "ticket",
  "tickets",
  "ticket link",
  "ticket number",
  "story",
  "user story",
  "epic",
  "related",
  "related issue",
  "related issues",
  "related ticket",
  "related tickets",
  "related to",
  "relates to",
  "part of",
  "linked issue",
  "linked issues",
  "relevant issue",
  "relevant issues",
  "references and relevant issues",
  "reference to existing issue",
  "tracking issue",
  "link to issue",
  "link to tracking issue",
  "fix",
  "fixes",
  "fixed issue",
  "fixed issues",
  "issues fixed",
  "issue fixed",
  "close",
  "closes",
  "closed issues",
  "resolves",
  "resolved issues",
  "which issue does this pr close",
  "which issues does this pr close",
  "which issue does this pr fix",
  "which issues does this pr fix",
  "which issue this pr fixes",
  "which issues this pr fixes",
  "what issue does this pr close",
  "what issue does this pr fix",
  "what github issue does this pr address",
] as const;

/** The titles to compare with `plainTitle`. */
export function linkHeadings(settings: LinkSettings): ReadonlySet<string> {
  return new Set([...usualHeadings, ...settings.headings.map(plainTitle)]);
}
