import { matchAddress, type Tracker } from "./tracker.ts";

/** `/0/PROJECT/TASK`, and since 2025 `/1/WORKSPACE/project/PROJECT/task/TASK`; without a task it is a project's page. */
const address =
  /^https?:\/\/app\.asana\.com\/(?:0\/(?:\d{1,20}|[a-z_]{1,30})(?:\/\d{1,20}){0,2}|1\/\d{1,20}(?:\/(?:project|inbox|home)(?:\/\d{1,20})?)?\/(?:task|item))\/(\d{6,20})(?!\w|\/\d)/i;

export const asana = {
  name: "asana",
  description: "addresses such as `https://app.asana.com/0/1200000000000001/1200000000000002`",
  // A task has nothing but its number, which could be any number.
  keysIn: () => [],
  keyAt: (text) => matchAddress(text, address),
  url: "https://app.asana.com/0/0/{key}",
} as const satisfies Tracker<"asana">;
