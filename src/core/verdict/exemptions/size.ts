import { z } from "zod";
import { md } from "../../markdown/markdown.ts";
import { defineExemption } from "./exemption.ts";

export const size = defineExemption({
  id: "size",
  title: "a small change",
  description: "Pull requests that add and delete at most this many lines together. 0: none.",
  controlledBy: "author",
  settings: z.int().min(0).default(0),
  applies(facts, most) {
    const { lines } = facts.pullRequest.size;
    return most > 0 && lines <= most ? md`it changes ${lines} ${lines === 1 ? md`line` : md`lines`}` : null;
  },
});
