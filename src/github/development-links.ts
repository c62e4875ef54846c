import { z } from "zod";
import type { ReferenceReading } from "../sources/ports.ts";
import type { GraphqlError } from "./graphql.ts";
import { errorsUnder, isAnswer } from "./graphql.ts";
import { issueWithParents } from "./issue-fields.ts";

/** GitHub's own links, at most 20 as everywhere. Needs the fragments of issue-fields.ts. */
export const developmentLinkSelection = `closingIssuesReferences(first: 20) { nodes { ...IssueWithParents } }`;

/** A link to what cannot be seen from here comes as null, without saying to what: the body's text may name it. */
export const developmentLinks = z
  .object({ nodes: z.array(issueWithParents.nullable()).nullish() })
  .nullish()
  .transform((value) => value?.nodes ?? []);

type Links = z.output<typeof developmentLinks>;

const place = ["repository", "pullRequest", "closingIssuesReferences", "nodes"] as const;

/** Whether a failure touches only the parents of a link that is otherwise there. */
export function concernsOneLink(links: Links, error: GraphqlError): boolean {
  return links.some((link, index) => link !== null && errorsUnder([error], [...place, index]).length > 0);
}

export function toDevelopmentLinks(links: Links, errors: readonly GraphqlError[]): readonly ReferenceReading[] {
  return links.flatMap((link, index): ReferenceReading[] => {
    if (link === null) return [];
    const asked = link.issue.reference;
    const failed = errorsUnder(errors, [...place, index]).some((error) => !isAnswer(error));
    return failed
      ? [{ kind: "unreachable", asked }]
      : [{ kind: "issue", asked, issue: link.issue, parents: link.parents }];
  });
}
