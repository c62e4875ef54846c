/** What the GraphQL schema of this GitHub has. Asking for a field that it lacks fails the whole query. */
export interface SchemaFeatures {
  readonly issueTypes: boolean;
  readonly parents: boolean;
}

export const githubDotCom: SchemaFeatures = { issueTypes: true, parents: true };

/** GitHub Enterprise Server 3.17 has no sub-issues and no issue types. */
export const enterpriseServer: SchemaFeatures = { issueTypes: false, parents: false };
