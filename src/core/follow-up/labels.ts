import { z } from "zod";

export interface Label {
  readonly name: string;
  /** Six hex digits without "#". */
  readonly color: string;
  readonly description: string;
}

/** The labels that are ours to manage: a follow-up's state, then its outcome. No other label is ever touched. */
export const labelKeys = [
  "pending",
  "due",
  "validated",
  "invalidated",
  "inconclusive",
  "unmeasured",
  "reverted",
] as const;
export type LabelKey = (typeof labelKeys)[number];

/**
 * Invalidated is as good a result as validated: purple, not red. What is over without an answer is grey. By its description
 * one is known as ours where the configuration gives it another name: another description would be a stranger's.
 */
const defaults: Readonly<Record<LabelKey, Label>> = {
  pending: {
    name: "outcome: pending",
    color: "c5def5",
    description: "Merged; its effect is looked at later. Remove this label to cancel that.",
  },
  due: { name: "outcome: due", color: "fbca04", description: "Time to look: did it help?" },
  validated: { name: "outcome: validated", color: "0e8a16", description: "What was believed turned out to be true." },
  invalidated: {
    name: "outcome: invalidated",
    color: "8250df",
    description: "What was believed turned out not to be true, and something was learned.",
  },
  inconclusive: {
    name: "outcome: inconclusive",
    color: "bfd4f2",
    description: "Somebody looked, and it cannot be told.",
  },
  unmeasured: {
    name: "outcome: unmeasured",
    color: "d4d4d4",
    description: "Nobody looked yet. An answer is still welcome.",
  },
  reverted: { name: "outcome: reverted", color: "ededed", description: "The change was taken back." },
};

function labelSchema(key: LabelKey) {
  const { name, color, description } = defaults[key];
  return z
    .strictObject({
      /** GitHub's limit: 50 characters. */
      name: z.string().trim().min(1).max(50).default(name).meta({ description: "The label's name." }),
      color: z
        .string()
        .regex(/^#?[0-9a-f]{6}$/i, { error: "must be a colour of six hex digits such as `0e8a16`" })
        .transform((text) => text.replace("#", "").toLowerCase())
        .prefault(color)
        .meta({ description: "Its colour, six hex digits, when the label is created." }),
      /** GitHub's limit: 100 characters. */
      description: z.string().max(100).default(description).meta({
        description: "Its description when the label is created.",
      }),
    })
    .prefault({})
    .meta({ shorthand: "name", description: `The label for: ${description}` });
}

export const labelsSchema = z
  .strictObject({
    pending: labelSchema("pending"),
    due: labelSchema("due"),
    validated: labelSchema("validated"),
    invalidated: labelSchema("invalidated"),
    inconclusive: labelSchema("inconclusive"),
    unmeasured: labelSchema("unmeasured"),
    reverted: labelSchema("reverted"),
  })
  .superRefine((labels, context) => {
    const taken = new Map<string, LabelKey>();
    for (const key of labelKeys) {
      // GitHub compares label names without regard to case.
      const name = labels[key].name.toLowerCase();
      const other = taken.get(name);
      taken.set(name, key);
      if (other === undefined) continue;
      context.addIssue({ code: "custom", path: [key], message: `has the same name as the label of \`${other}\`` });
    }
  });

export type LabelSettings = z.output<typeof labelsSchema>;

export interface RenamedLabel {
  readonly from: string;
  readonly to: string;
}

/**
 * Which of the repository's labels are ours by an earlier name. Never by a description of the configuration's own: whoever
 * writes one that many repositories build on could name any label's, and have it renamed in all of them.
 */
export function findRenamed(labels: LabelSettings, there: readonly Omit<Label, "color">[]): readonly RenamedLabel[] {
  const isConfigured = (name: string) => labelKeys.some((key) => sameName(labels[key].name, name));
  return labelKeys.flatMap((key) => {
    const to = labels[key].name;
    if (there.some(({ name }) => sameName(name, to))) return [];
    const ours = there.filter((one) => one.description === defaults[key].description && !isConfigured(one.name));
    const [earlier] = ours;
    // Of two somebody copied one, and nobody knows which.
    return earlier === undefined || ours.length > 1 ? [] : [{ from: earlier.name, to }];
  });
}

/**
 * By former name, in lower case, the name of now: GitHub goes on telling of a renamed label under the name that it had then.
 * Former are those default names that neither the configuration nor any label of the repository has; others are not known.
 */
export function formerNames(labels: LabelSettings, there: readonly string[]): ReadonlyMap<string, string> {
  const taken = [...labelKeys.map((key) => labels[key].name), ...there];
  const former = labelKeys.filter((key) => !taken.some((name) => sameName(name, defaults[key].name)));
  return new Map(former.map((key) => [defaults[key].name.toLowerCase(), labels[key].name]));
}

/** GitHub compares label names without regard to case. */
function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
