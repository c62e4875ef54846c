import { RE2JS } from "re2js";
import { z } from "zod";
import { findKnownTracker, knownTrackers } from "./index.ts";

/** How much work a pattern may be, in RE2's instructions: a text of 64 KiB is read in milliseconds. */
const largestPattern = 50;

const patternSchema = z
  .string()
  .min(2)
  .max(100)
  .superRefine((pattern, context) => {
    const wrong = whatIsWrong(pattern);
    if (wrong !== null) context.addIssue({ code: "custom", message: wrong });
  })
  .meta({
    description:
      "What a key looks like, as a regular expression (RE2: no look-around, no back-references): `HELP-\\d+`. A group in " +
      "it is the key, if there is one. A key is never part of a longer word. Looked for in the title and in the first " +
      "16 KiB of the text.",
  });

const urlSchema = z
  .string()
  .max(500)
  .refine(isTemplate, { error: "must be an `https://` address with `{key}` in its path or query" })
  .meta({ description: "Where an issue is shown, with `{key}` for its key: `https://help.example.com/t/{key}`." });

const trackerSchema = z
  .strictObject({
    name: z
      .string()
      .trim()
      .min(1)
      .max(40)
      .meta({
        description: `What the tracker is called. ${list()} are known: they need nothing else, and a \`pattern\` narrows which keys count.`,
      }),
    pattern: patternSchema.optional(),
    url: urlSchema.optional(),
  })
  .superRefine(({ name, pattern }, context) => {
    if (pattern !== undefined || findKnownTracker(name) !== null) return;
    const known = knownTrackers.map((tracker) => tracker.name);
    const message = `must be one of ${list()}, or have a \`pattern\``;
    context.addIssue({ code: "custom", path: ["name"], message, params: { known } });
  })
  .meta({ shorthand: "name" });

/** Where else a team keeps its issues. */
export const trackersSchema = z.array(trackerSchema).max(10).default([]);

export type TrackerSettings = z.output<typeof trackerSchema>;

function list(): string {
  return knownTrackers.map(({ name }) => `\`${name}\``).join(", ");
}

function whatIsWrong(pattern: string): string | null {
  try {
    const compiled = RE2JS.compile(pattern);
    if (compiled.programSize() > largestPattern) return "must be a simpler regular expression";
    return compiled.matches("") ? "must not match an empty text" : null;
  } catch {
    // RE2 has no other way to tell that it cannot read a pattern.
    return "must be a regular expression that RE2 can read";
  }
}

/** The key may not reach the host: an address leads where the team meant, whatever somebody writes as a key. */
function isTemplate(template: string): boolean {
  const [one, other] = [URL.parse(template.replaceAll("{key}", "a")), URL.parse(template.replaceAll("{key}", "b"))];
  if (one === null || other === null || one.protocol !== "https:") return false;
  const anonymous = one.username === "" && one.password === "";
  return anonymous && one.host === other.host && one.href !== other.href;
}
