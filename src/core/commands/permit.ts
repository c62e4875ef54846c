import type { KnownRole } from "../facts/actor.ts";
import { roles } from "../facts/actor.ts";
import type { Policy } from "../verdict/policy.ts";
import { whoMayOptOut } from "../verdict/policy.ts";
import type { CommandSettings } from "./command-settings.ts";
import type { Command, Permission } from "./command.ts";
import type { CommandName } from "./index.ts";

/** What a team decided, as far as commands depend on it. */
export interface CommandPolicy extends Policy {
  readonly commands: CommandSettings;
}

/** Who gives a command. Bots and deleted accounts are nobody's: they never get here. */
export interface Giver {
  readonly role: KnownRole;
  /** Whether they opened the thread. */
  readonly isAuthor: boolean;
}

/** Who may, once `opt_out` is told apart. */
export type AskedOf = Exclude<Permission, "opt_out">;

export function askedOf(name: CommandName, policy: CommandPolicy): AskedOf {
  const permission = policy.commands[name];
  return permission === "opt_out" ? whoMayOptOut(policy) : permission;
}

export function mayGive(command: Command<CommandName>, giver: Giver, policy: CommandPolicy): "yes" | "no" | "unknown" {
  const asked = askedOf(command.name, policy);
  if (asked === "off") return "no";
  if (asked === "anyone" || (command.authorMay && giver.isAuthor)) return "yes";
  if (giver.role === "unknown") return "unknown";
  return giver.role !== "unread" && roles.indexOf(giver.role) >= roles.indexOf(asked) ? "yes" : "no";
}

/** Whether the role of who gives it decides: read only then. */
export function needsRole(command: Command<CommandName>, isAuthor: boolean, policy: CommandPolicy): boolean {
  const asked = askedOf(command.name, policy);
  return asked !== "off" && asked !== "anyone" && !(command.authorMay && isAuthor);
}
