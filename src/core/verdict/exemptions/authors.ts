import { md } from "../../markdown/markdown.ts";
import { defineExemption } from "./exemption.ts";
import { matchesAny } from "./matches-pattern.ts";
import { patternList } from "./pattern-list.ts";

export const authors = defineExemption({
  id: "authors",
  title: "an exempt author",
  description: "Pull requests by these accounts (logins; `*` stands for anything; a bot's login ends in `[bot]`).",
  controlledBy: "maintainers",
  settings: patternList,
  applies(facts, patterns) {
    const { author } = facts.pullRequest;
    if (author === null) return null;
    // A bot's login without its "[bot]" may be the login of a person.
    const login = author.kind === "bot" ? `${author.login}[bot]` : author.login;
    return matchesAny(login, patterns) ? md`opened by ${login}, who is exempt` : null;
  },
});
