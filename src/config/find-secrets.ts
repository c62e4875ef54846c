import { md } from "../core/markdown/markdown.ts";
import type { ConfigEntry, ConfigNode } from "./config-tree.ts";
import type { Problem } from "./problem.ts";

/**
 * Forms that only credentials have: tokens of GitHub, GitLab, Slack, AWS, PostHog, Linear, Atlassian and of the `sk-`
 * kind, private keys, and a password in a URL. No key of the configuration takes one: credentials live in the server's settings.
 */
const secret = new RegExp(
  [
    String.raw`\b(?:gh[opsur]_|github_pat_|glpat-|ph[cx]_|sk-proj-|lin_api_|ATATT3)[A-Za-z0-9_-]{20}`,
    String.raw`\bsk-[A-Za-z0-9]{32}`,
    String.raw`\bxox[abeprs]-[A-Za-z0-9-]{10}`,
    String.raw`\bAKIA[0-9A-Z]{16}\b`,
    "-----BEGIN [A-Z ]{0,20}PRIVATE KEY",
    String.raw`://[^\s/:@]{1,100}:[^\s/@]{1,200}@`,
  ].join("|"),
);

const message = md`This looks like a secret, and everybody who can read this repository can read it. Take it out, and revoke it where it was made.`;

export function looksLikeSecret(text: string): boolean {
  return secret.test(text);
}

/** A secret is quoted nowhere: it would stand in one more place. */
export function quoteNoSecret(problem: Problem): Problem {
  return looksLikeSecret(problem.message.markdown) ? { ...problem, message } : problem;
}

/** What should never have been written down here, with its line. */
export function findSecrets(node: ConfigNode): readonly Problem[] {
  switch (node.kind) {
    case "scalar":
      return looksLikeSecret(node.source) ? [{ at: node.at, message }] : [];
    case "list":
      return node.items.flatMap(findSecrets);
    case "map":
      return Array.from(node.entries, ([key, entry]) => findInEntry(key, entry)).flat();
  }
}

function findInEntry(key: string, { keyAt, node }: ConfigEntry): readonly Problem[] {
  const found = findSecrets(node);
  return looksLikeSecret(key) ? [{ at: keyAt, message }, ...found] : found;
}
