import type { KnownRole } from "../facts/actor.ts";
import { roles } from "../facts/actor.ts";
import type { Policy } from "../verdict/policy.ts";
import { whoMayOptOut } from "../verdict/policy.ts";
import type { CommandSettings } from "./command-settings.ts";
import type { AlsoMay, Command, Permission } from "./command.ts";
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
  /** Whether they wrote merged work that is followed up there; not given where nothing depends on it. */
  readonly serves?: boolean;
}

/** Who may, once `opt_out` is told apart. */
export interface AskedOf {
  readonly who: Exclude<Permission, "opt_out">;
  /** Who may as well, whatever their role. */
  readonly alsoMay: AlsoMay;
}

/**
 * Everybody who may opt out by the text is who may write there, while a comment is open to every stranger: of others'
 * pull requests they need a role.
 */
const inAComment = {
  anyone: { who: "triage", alsoMay: "author" },
  write: { who: "write", alsoMay: null },
} as const;

export function askedOf({ name, alsoMay }: Command<CommandName>, policy: CommandPolicy): AskedOf {
  const who = policy.commands[name];
  return who === "opt_out" ? inAComment[whoMayOptOut(policy)] : { who, alsoMay };
}

export function mayGive(command: Command<CommandName>, giver: Giver, policy: CommandPolicy): "yes" | "no" | "unknown" {
  const { who, alsoMay } = askedOf(command, policy);
  if (who === "off") return "no";
  if (who === "anyone" || isExempt(alsoMay, giver)) return "yes";
  if (giver.role === "unknown") return "unknown";
  return giver.role !== "unread" && roles.indexOf(giver.role) >= roles.indexOf(who) ? "yes" : "no";
}

/** Whether the role of who gives it decides: read only then. */
export function needsRole(command: Command<CommandName>, giver: Omit<Giver, "role">, policy: CommandPolicy): boolean {
  const { who, alsoMay } = askedOf(command, policy);
  return who !== "off" && who !== "anyone" && !isExempt(alsoMay, giver);
}

function isExempt(alsoMay: AlsoMay, { isAuthor, serves = false }: Omit<Giver, "role">): boolean {
  return alsoMay === "author" ? isAuthor : alsoMay === "servers" && serves;
}
