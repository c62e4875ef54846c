import type { LinkSource } from "./link-source.ts";

export const command = {
  id: "command",
  description:
    "`/outcome link #12` as the first line of a comment. `/outcome unlink #12` takes away the links of every source.",
  find: ({ said }) => said.links.map(({ reference, by }) => ({ reference, origin: { kind: "command", by: by.login } })),
} as const satisfies LinkSource<"command">;
