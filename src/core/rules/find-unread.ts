import type { Facts } from "../facts/facts.ts";
import type { Link } from "../facts/link.ts";
import { isUnknown } from "../facts/link.ts";
import type { RuleContext } from "./rule.ts";

/**
 * A link behind which something may stand that nobody could read. Once a problem is found, the others only count while
 * GitHub does not answer for them: it will, and then they may state what is missing.
 */
export function findUnread(facts: Facts, { problem }: RuleContext): Link | null {
  if (facts.kind !== "pull_request") return null;
  const unanswered = facts.links.find(({ target }) => target.kind === "unreachable");
  if (unanswered !== undefined || problem !== null) return unanswered ?? null;
  return facts.links.find(({ target }) => isUnknown(target)) ?? null;
}
