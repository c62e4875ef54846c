import type { Finding } from "../verdict/verdict.ts";

/** Who may give the commands that answer the comment, by the configuration; `opt_out` follows whose opt-out counts. */
export interface OfferedCommands {
  readonly link: string;
  readonly hypothesis: string;
  readonly skip: string;
}

interface Offer {
  readonly commands: OfferedCommands;
  readonly optOut: "anyone" | "write";
}

/**
 * For whoever does not edit the descriptions of others: what a comment does as well. Authors may always link and believe,
 * so these are left out only where they are switched off. Null where there is nothing to offer.
 */
export function sayInComment({ rule }: Pick<Finding, "rule">, { commands, optOut }: Offer): string | null {
  const offers = [offerFor(rule, commands), offerSkip(commands.skip, optOut)].filter((offer) => offer !== null);
  return offers.length === 0 ? null : `A comment does the same: ${offers.join(", or ")}.`;
}

function offerFor(rule: Finding["rule"], commands: OfferedCommands): string | null {
  if (rule === "links-problem" && commands.link !== "off") return "`/outcome link #ISSUE`";
  return rule === "states-hypothesis" && commands.hypothesis !== "off" ? "`/outcome hypothesis` and that line" : null;
}

/** Where skipping asks for more than the description does, it is not offered to everybody who reads this. */
function offerSkip(who: string, optOut: Offer["optOut"]): string | null {
  const isOffered = who === "opt_out" || (who === "write" && optOut === "write");
  if (!isOffered) return null;
  return optOut === "write" ? "with write access `/outcome skip REASON`" : "`/outcome skip REASON`";
}
