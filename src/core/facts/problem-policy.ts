import { z } from "zod";

/** What counts as a problem. With nothing set, any issue does. */
export const problemPolicySchema = z.strictObject({
  labels: z
    .array(z.string())
    .default([])
    .meta({
      description:
        "Labels of which a linked issue must have at least one to count as a problem. Empty: any issue counts. Labels and " +
        "types of another owner's issue count only where `repositories` lists its repository: its owner chose them.",
    }),
  types: z.array(z.string()).default([]).meta({
    description: "Issue types (an organisation's own) that count as problems, besides the labels.",
  }),
  repositories: z.array(z.string()).default([]).meta({
    description: "Repositories (`owner/name`) whose issues count. Empty: every repository that can be read here.",
  }),
  state: z.enum(["any", "open"]).default("any").meta({
    description: "`open`: a closed issue does not count as the problem of a pull request that is still open.",
  }),
  parents: z.boolean().default(true).meta({
    description:
      "Whether a parent of the linked issue may be the problem, up to five levels; the nearest that qualifies wins.",
  }),
});

export type ProblemPolicy = z.output<typeof problemPolicySchema>;
