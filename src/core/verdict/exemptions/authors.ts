import type { Actor } from "../../facts/actor.ts";
import { md } from "../../markdown/markdown.ts";
import { defineExemption } from "./exemption.ts";
import { matchesAny } from "./matches-pattern.ts";
import { patternList } from "./pattern-list.ts";

export const authors = defineExemption({
  id: "authors",
  title: "an exempt author",
  description:
    "Pull requests by these accounts (logins; `*` stands for anything; a bot's login ends in `[bot]`). Anybody can take " +
    "a login that a `*` matches: where rules are required, people count only when their whole login is given or they " +
    "have write access.",
  controlledBy: "author",
  // GitHub gives the logins of bots to apps, which somebody has installed here.
  vouched({ pullRequest: { author } }, patterns) {
    if (author === null || author.kind === "bot") return author !== null;
    return matchesAny(
      author.login,
      patterns.filter((pattern) => !pattern.includes("*")),
    );
  },
  settings: patternList,
  applies({ pullRequest: { author } }, patterns) {
    if (author === null) return null;
    const login = loginOf(author);
    return matchesAny(login, patterns) ? md`opened by ${login}, who is exempt` : null;
  },
});

/** A bot's login without its "[bot]" may be the login of a person. */
function loginOf({ kind, login }: Actor): string {
  return kind === "bot" ? `${login}[bot]` : login;
}
