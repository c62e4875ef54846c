import { z } from "zod";
import type { AlsoMay, Command, Permission } from "./command.ts";
import type { CommandName, commands } from "./index.ts";

/** Who may give which command. */
export type CommandSettings = { readonly [Name in CommandName]: Permission };

type CommandSettingsShape = { [Name in CommandName]: z.ZodDefault<z.ZodEnum<{ [P in Permission]: P }>> };

/** The schema of `commands`, derived from the registry. Typed by its first signature, as `ruleSettingsSchema` is. */
export function commandSettingsSchema(all: typeof commands): z.ZodObject<CommandSettingsShape, z.core.$strict>;
export function commandSettingsSchema(all: readonly Command[]) {
  return z.strictObject(Object.fromEntries(all.map((command) => [command.name, permissionOf(command)])));
}

function permissionOf({ usage, what, on, mayByDefault, permissions, alsoMay }: Command) {
  const where = on.length > 1 ? "" : " On pull requests only.";
  const others = mayByDefault === "anyone" || alsoMay === null ? "" : also[alsoMay];
  return z
    .enum(permissions)
    .default(mayByDefault)
    .meta({ description: `\`${usage}\`: ${what}${where}${others}` });
}

const also: Readonly<Record<NonNullable<AlsoMay>, string>> = {
  author: " The author of the thread always may, unless it is `off`.",
  servers: " The authors of the merged work always may, unless it is `off`.",
};
