import { defineCommand, strictPermissions } from "./command.ts";

export const unskip = defineCommand({
  name: "unskip",
  usage: "/outcome unskip",
  what: "Takes back every earlier `/outcome skip`. What stands in the description is taken back there.",
  on: ["pull_request"],
  mayByDefault: "opt_out",
  permissions: strictPermissions,
  alsoMay: null,
  read: () => ({ kind: "statement", statement: { kind: "unskip" } }),
});
