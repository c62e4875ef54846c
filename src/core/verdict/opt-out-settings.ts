import { z } from "zod";

/** Who may say on a pull request that no outcome is asked of it: `No outcome: REASON`. */
export const optOutSettingsSchema = z
  .strictObject({
    who: z
      .enum(["anyone", "write"])
      .optional()
      .meta({
        description:
          "Whose opt-out counts: `anyone`, or people with `write` access. When it is not set: anyone's while advising, " +
          "and only that of people with write access where something is required.",
      }),
  })
  .meta({ shorthand: "who" });
