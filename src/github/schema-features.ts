/** What the GraphQL schema of this GitHub has. Asking for a field that it lacks fails the whole query. */
export interface SchemaFeatures {
  readonly issueTypes: boolean;
  readonly parents: boolean;
  /** Whether what was closed as a duplicate is told from what is not planned. */
  readonly duplicates: boolean;
}

export const githubDotCom: SchemaFeatures = { issueTypes: true, parents: true, duplicates: true };

/** GitHub Enterprise Server 3.17 has no sub-issues and no issue types. When it got duplicates is documented nowhere. */
export const enterpriseServer: SchemaFeatures = { issueTypes: false, parents: false, duplicates: false };
