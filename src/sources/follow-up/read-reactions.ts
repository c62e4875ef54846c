import type { Reactions } from "../../core/follow-up/follow-up.ts";
import type { GitHubReader } from "../ports.ts";
import type { HomeReading } from "./home-reading.ts";

/**
 * What whoever reported the problem says below our latest question: nobody else's reactions are counted. Null where there
 * is no question, or nobody to ask. One GraphQL query.
 */
export async function readReportersReactions(
  { kind, author, thread }: HomeReading,
  github: Pick<GitHubReader, "readReactions">,
): Promise<Reactions | null> {
  const question = thread.followUpComments.findLast((one) => one.kind === "question");
  if (kind !== "problem" || question === undefined || author?.kind !== "user") return null;
  const reporters = new Set([author.login.toLowerCase()]);
  const given = await github.readReactions(question.nodeId);
  const told = given.filter(({ by }) => by.kind === "user" && reporters.has(by.login.toLowerCase()));
  return {
    solved: told.filter(({ content }) => content === "+1").length,
    notSolved: told.filter(({ content }) => content === "-1").length,
  };
}
