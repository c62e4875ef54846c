import { schema as published } from "@octokit/graphql-schema";
import { buildSchema, type GraphQLSchema } from "graphql";

/** github.com has issue types, and `gh` asks for them (cli/cli#13057); the published schema lags behind. */
const issueTypes = `
  extend type Issue { issueType: IssueType }
  type IssueType implements Node { id: ID! name: String! description: String isEnabled: Boolean! }
`;

let built: GraphQLSchema | undefined;

/** GitHub's schema takes a moment to build, so only who asks a query pays for it. */
export function githubSchema(): GraphQLSchema {
  built ??= buildSchema(published.idl + issueTypes, { assumeValid: true, assumeValidSDL: true });
  return built;
}
