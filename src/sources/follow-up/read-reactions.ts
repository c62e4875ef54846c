import type { Reactions } from "../../core/follow-up/follow-up.ts";
import type { GitHubReader } from "../ports.ts";
import type { HomeReading } from "./home-reading.ts";

/**
 * What those who reported the problem, or the same once more, say below our latest question: nobody else's reactions are
 * counted. Null where there is no question, or nobody to ask. One GraphQL query.
 */
export async function readReportersReactions(
  { reporters, thread }: HomeReading,
  github: Pick<GitHubReader, "readReactions">,
): Promise<Reactions | null> {
  const question = thread.followUpComments.findLast((one) => one.kind === "question");
  const people = new Set(reporters.flatMap(({ kind, login }) => (kind === "user" ? [login.toLowerCase()] : [])));
  if (question === undefined || people.size === 0) return null;
  const given = await github.readReactions(question.nodeId);
  const told = given.filter(({ by }) => by.kind === "user" && people.has(by.login.toLowerCase()));
  return {
    solved: told.filter(({ content }) => content === "+1").length,
    notSolved: told.filter(({ content }) => content === "-1").length,
  };
}
