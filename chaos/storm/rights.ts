import type { Policy } from "./policies.ts";
import type { Remark } from "./remark.ts";

/** Whether who wrote it may ask for it on this thread. Rights are by the role, and the author's on their own work. */
export function mayAsk(remark: Remark, strength: "requires" | "advises"): boolean {
  const { role } = remark.by;
  switch (remark.saying.asks) {
    case "no command":
      return false;
    case "anyone":
      return role !== "bot";
    case "triage":
      return isAuthor(remark) || role === "triage" || mayWrite(remark);
    case "write":
      return isAuthor(remark) || mayWrite(remark);
    // Where something is required, its author is the last who should decide that it is not.
    case "opt-out":
      return mayWrite(remark) || (strength === "advises" && (isAuthor(remark) || role === "triage"));
  }
}

export function strengthOf({ link, belief }: Policy): "requires" | "advises" {
  return link === "require" || belief === "require" ? "requires" : "advises";
}

/** Of these the configuration of the moment decides, which nobody can tell afterwards. */
export function hangsOnConfiguration(remark: Remark): boolean {
  return mayAsk(remark, "requires") !== mayAsk(remark, "advises");
}

export function isAuthor({ by, comment }: Remark): boolean {
  return comment.on.author.login === by.login;
}

function mayWrite({ by: { role } }: Remark): boolean {
  return role === "write" || role === "admin";
}
