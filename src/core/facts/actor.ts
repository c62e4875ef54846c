/** Who did something. A deleted account is `null` wherever an actor may stand. */
export interface Actor {
  /** Without GitHub's "[bot]" ending, as GraphQL gives it. */
  readonly login: string;
  readonly kind: "user" | "bot";
}

/** A person's role in a repository, weakest first, as GitHub's permission API names it. */
export const roles = ["none", "read", "triage", "write", "maintain", "admin"] as const;
export type Role = (typeof roles)[number];

/** `unread`: no decision depended on it. `unknown`: GitHub did not answer for it. */
export type KnownRole = Role | "unread" | "unknown";

export function mayWrite(role: KnownRole): "yes" | "no" | "unknown" {
  if (role === "unknown") return "unknown";
  return role !== "unread" && roles.indexOf(role) >= roles.indexOf("write") ? "yes" : "no";
}
