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
export interface AskedOf {
  readonly who: Exclude<Permission, "opt_out">;
  /** Whether who opened the thread may as well, whatever their role. */
  readonly authorMay: boolean;
}

/**
 * Everybody who may opt out by the text is who may write there, while a comment is open to every stranger: of others'
 * pull requests they need a role.
 */
const inAComment = {
  anyone: { who: "triage", authorMay: true },
  write: { who: "write", authorMay: false },
} as const;

export function askedOf({ name, authorMay }: Command<CommandName>, policy: CommandPolicy): AskedOf {
  const who = policy.commands[name];
  return who === "opt_out" ? inAComment[whoMayOptOut(policy)] : { who, authorMay };
}

export function mayGive(command: Command<CommandName>, giver: Giver, policy: CommandPolicy): "yes" | "no" | "unknown" {
  const { who, authorMay } = askedOf(command, policy);
  if (who === "off") return "no";
  if (who === "anyone" || (authorMay && giver.isAuthor)) return "yes";
  if (giver.role === "unknown") return "unknown";
  return giver.role !== "unread" && roles.indexOf(giver.role) >= roles.indexOf(who) ? "yes" : "no";
}

/** Whether the role of who gives it decides: read only then. */
export function needsRole(command: Command<CommandName>, isAuthor: boolean, policy: CommandPolicy): boolean {
  const { who, authorMay } = askedOf(command, policy);
  return who !== "off" && who !== "anyone" && !(authorMay && isAuthor);
}
