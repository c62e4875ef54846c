import type { SimulatedGitHub } from "../github/simulated-github.ts";
import type { Repository } from "../github/state/model.ts";
import { configurationPath } from "./configuration-page.ts";
import type { Form } from "./read-form.ts";
import { pathOf, pathOfRepository } from "./view.ts";

interface InRepository extends Form {
  readonly github: SimulatedGitHub;
  readonly repository: Repository;
}

/** By the path that a form is sent to. Each returns where to look afterwards. */
export const onRepositories: Readonly<Record<string, (asked: InRepository) => string>> = {
  "pulls/new": ({ github, repository, by, field }) => {
    const draft = field("draft") === "yes";
    const given = { repository, author: by.login, title: field("title"), body: field("body"), draft };
    return pathOf(github.people.openPullRequest(given));
  },
  "issues/new": ({ github, repository, by, field }) => {
    const labels = field("label") === "" ? [] : [field("label")];
    const given = { repository, author: by.login, title: field("title"), body: field("body"), labels };
    return pathOf(github.people.openIssue(given));
  },
  configuration: (asked) => pushConfiguration(asked, asked.field("text")),
  "configuration/remove": (asked) => pushConfiguration(asked, null),
};

function pushConfiguration({ github, repository, by }: InRepository, text: string | null): string {
  const message = text === null ? "Ask nothing of pull requests" : "Change what is asked of pull requests";
  github.people.commitFiles({ repository, files: { [configurationPath]: text }, message, by: by.login });
  return `${pathOfRepository(repository)}/configuration`;
}
