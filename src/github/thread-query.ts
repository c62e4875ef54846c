import { z } from "zod";
import type { Reference } from "../core/facts/reference.ts";
import { configurationFields, configurationFragments } from "./configuration-fields.ts";
import { organisationField, organisationSelection } from "./configuration-places.ts";
import { repositoryFields, repositoryFragment } from "./repository-fields.ts";
import type { SchemaFeatures } from "./schema-features.ts";
import { commentQuery, knownCommentFields } from "./thread-comments.ts";
import type { KnownComments } from "./thread-comments.ts";

/** What is asked of a pull request or of an issue, around which everything else is the same. */
export interface ThreadSelection {
  /** Variables besides `$owner`, `$name`, `$number`: ", $appId: Int!". */
  readonly parameters: string;
  /** On the repository, before the thread itself. */
  readonly onRepository: string;
  /** "pullRequest" or "issue". */
  readonly field: string;
  readonly onThread: string;
  /** How many comments come with it, where all are read. */
  readonly comments: number;
  /** Those that `onThread` uses, and no other: an unused one is refused. */
  readonly fragments: (features: SchemaFeatures) => string;
}

/** One query for a thread, the repository it stands in, both configurations, our comment as far as it is not known, and commands. */
export function threadQuery(
  selection: ThreadSelection,
  thread: { readonly reference: Reference; readonly known: KnownComments },
  features: SchemaFeatures,
): string {
  const comments = commentQuery(thread.known, selection.comments);
  return `
query Thread($owner: String!, $name: String!, $number: Int!${selection.parameters}${comments.parameters}) {
  repository(owner: $owner, name: $name, followRenames: true) {
    ...Repository
    ...Configuration
    ${selection.onRepository}
    ${selection.field}(number: $number) { ${selection.onThread} ${comments.onThread} }
  }
  ${organisationSelection(thread.reference)}
  ${comments.atRoot}
}
${repositoryFragment}
${configurationFragments}
${selection.fragments(features)}
${comments.fragment}`;
}

export function threadVariables({ owner, name, number }: Reference, known: KnownComments) {
  return { owner, name, number, ...commentQuery(known).variables };
}

/** Templates have no body when they are forms. */
export const templates = z
  .array(z.object({ body: z.string().nullish() }))
  .nullish()
  .transform((list) => (list ?? []).flatMap((one) => one.body ?? []));

export const repositoryShape = { ...repositoryFields.shape, ...configurationFields.shape };

export const rootShape = { organisation: organisationField, ...knownCommentFields };
