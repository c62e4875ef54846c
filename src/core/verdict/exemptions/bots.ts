import { z } from "zod";
import { md } from "../../markdown/markdown.ts";
import { defineExemption } from "./exemption.ts";

export const bots = defineExemption({
  id: "bots",
  title: "opened by a bot",
  description: "Pull requests opened by a bot account, such as dependency updates.",
  controlledBy: "maintainers",
  settings: z.boolean().default(true),
  applies(facts, enabled) {
    const { author } = facts.pullRequest;
    return enabled && author?.kind === "bot" ? md`opened by the bot ${author.login}` : null;
  },
});
