import { md } from "../../markdown/markdown.ts";
import { defineExemption } from "./exemption.ts";
import { findPattern } from "./matches-pattern.ts";
import { patternList } from "./pattern-list.ts";

export const authors = defineExemption({
  id: "authors",
  title: "an exempt author",
  description: "Pull requests by these accounts (logins; `*` stands for anything; a bot's without its `[bot]`).",
  controlledBy: "maintainers",
  settings: patternList,
  applies(facts, patterns) {
    const login = facts.pullRequest.author?.login;
    const pattern = login === undefined ? undefined : findPattern(login, patterns);
    return pattern === undefined ? null : md`opened by an author who is exempt (${pattern})`;
  },
});
