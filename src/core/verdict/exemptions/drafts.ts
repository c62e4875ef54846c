import { z } from "zod";
import { md } from "../../markdown/markdown.ts";
import { defineExemption } from "./exemption.ts";

export const drafts = defineExemption({
  id: "drafts",
  title: "a draft",
  description: "Drafts, until they are ready for review. GitHub does not merge a draft.",
  controlledBy: "maintainers",
  settings: z.boolean().default(true),
  applies: (facts, enabled) =>
    enabled && facts.pullRequest.draft && facts.pullRequest.state !== "merged"
      ? md`a draft; asked when it is ready for review`
      : null,
});
