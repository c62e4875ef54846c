import { z } from "zod";

/** The one issue that shows problems, follow-ups and learnings. */
export const boardSettingsSchema = z
  .strictObject({
    enabled: z
      .boolean()
      .default(true)
      .meta({
        description:
          "Whether there is a board. It is made when the first merged work is followed up, and edited in place when " +
          "something changed. Close or delete it and it stays so.",
      }),
    /** GitHub's limit: 256 characters. */
    title: z.string().trim().min(1).max(200).default("What we learned, and what we look at next").meta({
      description: "The title of the issue when it is made. One that a person changed stays.",
    }),
    /** GitHub's limit: 50 characters. */
    label: z.string().trim().min(1).max(50).default("outcome: board").meta({
      description: "The label by which the board is found again, together with its author, this app.",
    }),
    pin: z.boolean().default(true).meta({
      description:
        "Whether it is pinned above the list of issues when it is made, where there is room (GitHub pins three).",
    }),
  })
  .meta({ shorthand: "enabled" });

export type BoardSettings = z.output<typeof boardSettingsSchema>;
