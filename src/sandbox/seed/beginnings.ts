import { builder, canary, cook, taster, interviews, organisation, owner, product, support } from "./cast.ts";
import { configuration, configurationPath, pullRequestTemplate, readme } from "./files.ts";
import type { Moment, People } from "./moment.ts";

/** The organisation, its repositories, and the app that comes to them: its configuration is older than any pull request. */
export const beginnings: readonly Moment[] = [
  { daysAgo: 135, happens: foundOrganisation },
  {
    daysAgo: 133,
    happens: (people) => void people.install({ account: organisation, by: owner }),
  },
  {
    daysAgo: 132,
    happens: (people) =>
      void people.commitFiles({
        repository: product,
        files: { [configurationPath]: configuration },
        message: "Ask of pull requests which problem they solve",
        by: owner,
      }),
  },
  {
    daysAgo: 131,
    happens: (people) =>
      void people.openIssue({
        repository: interviews,
        author: owner,
        title: `Households with ${canary} do not trust the budget page`,
        labels: ["problem"],
        body: `## Problem

Households that keep their own accounts (${canary} came up in three talks) close the budget page at once, because it \
rounds prices and their own figures never match.

## Evidence

Talks 4, 7 and 9, with names and figures: therefore private.`,
      }),
  },
];

function foundOrganisation(people: People): void {
  people.createOrganization({ login: organisation, members: [owner, cook, builder, taster, support] });
  const files = { "README.md": readme, ".github/pull_request_template.md": pullRequestTemplate };
  people.createRepository({ name: product, files });
  people.createRepository({ name: interviews, visibility: "private" });
  for (const repository of [product, interviews]) {
    people.setRole({ repository, user: owner, role: "admin" });
    for (const user of [cook, builder]) people.setRole({ repository, user, role: "write" });
    people.setRole({ repository, user: taster, role: "triage" });
    people.setRole({ repository, user: support, role: "read" });
    createLabels(people, repository);
  }
}

function createLabels(people: People, repository: string): void {
  const label = (name: string, color: string, description: string) =>
    people.createLabel({ repository, name, color, description, by: owner });
  label("problem", "d4c5f9", "A difficulty that users have");
  label("bug", "d73a4a", "Something does not work as it should");
  label("feature", "a2eeef", "Something new");
  label("dependencies", "0366d6", "Updates of what the product is built from");
}
