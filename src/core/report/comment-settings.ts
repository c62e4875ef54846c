import { z } from "zod";
import { durationSchema } from "../follow-up/duration.ts";

/** When the one comment on a pull request or problem is written. */
export const commentSettingsSchema = z
  .strictObject({
    when: z
      .enum(["when_needed", "always", "never"])
      .default("when_needed")
      .meta({
        description:
          "`when_needed`: only while something is missing, hidden again afterwards. `always`: also when all is well. " +
          "`never`: the check says it all.",
      }),
    grace: durationSchema("0 seconds", "7 days").prefault("2 minutes").meta({
      description:
        "How long the author is left in peace after opening, editing or pushing, before the comment is written.",
    }),
  })
  .meta({ shorthand: "when" });

export type CommentSettings = z.output<typeof commentSettingsSchema>;
