import { parseBody } from "../core/markdown/parse-body.ts";
import type { RevertingReading } from "./ports.ts";
import { findRevertedCommit } from "./reverted-commit.ts";

/** As `git revert` writes it. Of a merge it goes on: ", reversing". */
const inMessage = /^This reverts commit ([0-9a-f]{40})\b/gim;

/** As GitHub's button writes it: "Reverts owner/name#12". */
const button = /^Reverts (?:[\w.-]+\/[\w.-]+)?#[1-9]\d*\s*$/im;

/** The commits that a merged pull request says it takes back: in its text, or where GitHub's button made it in its commits. */
export function findRevertedCommits({
  body,
  messages,
}: Pick<RevertingReading, "body" | "messages">): readonly string[] {
  const named = findRevertedCommit(parseBody(body));
  const found = button.test(body)
    ? messages.flatMap((message) => Array.from(message.matchAll(inMessage), ([, sha = ""]) => sha.toLowerCase()))
    : [];
  return [...new Set([...(named === null ? [] : [named]), ...found])];
}
