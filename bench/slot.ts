import { parseArgs } from "node:util";
import { measureDueSlot } from "./due-slot.ts";

/** `npm run bench:slot -- [--installations 10] [--repositories 5] [--follow-ups 20]`: each of what is before it. */
const { values } = parseArgs({
  options: {
    installations: { type: "string", default: "10" },
    repositories: { type: "string", default: "5" },
    "follow-ups": { type: "string", default: "20" },
  },
});
await measureDueSlot({
  installations: Number(values.installations),
  repositoriesEach: Number(values.repositories),
  followUpsEach: Number(values["follow-ups"]),
});
// The embedded store and kept connections would hold the process open.
process.exit(0);
