import type { Reference } from "../../core/facts/reference.ts";

/**
 * The issue or pull request that an address leads to, with whatever anchor, query or page stands behind the number.
 * Deliberately absent: `redirect.github.com`, which people and bots write in order *not* to refer to something.
 */
export function readIssueUrl(address: string, webUrl: string): IssueUrl | null {
  const path = pathAt(address, webUrl);
  const match = path === null ? null : issuePath.exec(path.slice(0, 200));
  if (match === null) return null;
  const [, owner = "", name = "", page = "", number = ""] = match;
  if (Number(number) >= 2 ** 31) return null;
  return {
    reference: { owner, name, number: Number(number) },
    page: page.toLowerCase() === "pull" ? "pull" : "issues",
  };
}

export interface IssueUrl {
  readonly reference: Reference;
  /** Which page was written; GitHub leads from one to the other, so this does not tell what it is. */
  readonly page: "issues" | "pull";
}

/** Owners of managed accounts have underscores. */
const issuePath = /^\/([a-z0-9][\w-]{0,99})\/([\w.-]{1,100})\/(issues|pull)\/([1-9]\d{0,9})(?![\w-]|\.\w)/i;

/** What follows the host, if the host is this GitHub's. */
function pathAt(address: string, webUrl: string): string | null {
  const host = bareHost(webUrl);
  const rest = bareHost(address.slice(0, 500));
  return rest.toLowerCase().startsWith(`${host.toLowerCase()}/`) ? rest.slice(host.length) : null;
}

export function bareHost(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/i, "");
}
