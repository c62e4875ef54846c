import { z } from "zod";
import type { ReactionReading } from "../sources/ports.ts";
import { actor, actorFields } from "./actor.ts";
import type { GitHubClient } from "./client.ts";
import { connection } from "./connection.ts";
import { readAnswer, throwFailures, throwUnlessMissing } from "./graphql.ts";

const query = `
query Reactions($comment: ID!) {
  comment: node(id: $comment) {
    ... on IssueComment {
      solved: reactions(content: THUMBS_UP, first: 100) { nodes { user { ${actorFields} } } }
      notSolved: reactions(content: THUMBS_DOWN, first: 100) { nodes { user { ${actorFields} } } }
    }
  }
}`;

const reactions = connection(z.object({ user: actor }));

const answer = z.object({
  comment: z.object({ solved: reactions.optional(), notSolved: reactions.optional() }).nullable(),
});

/** Who reacted to a comment with 👍 and with 👎, a hundred of each; none where it is gone. */
export async function readReactions(client: GitHubClient, comment: string): Promise<readonly ReactionReading[]> {
  const { data, errors } = await client.graphql(query, { comment });
  throwFailures(errors);
  const found = readAnswer(answer, data).comment;
  if (found === null) throwUnlessMissing(errors, [["comment"]]);
  return [...told("+1", found?.solved), ...told("-1", found?.notSolved)];
}

function told(content: ReactionReading["content"], given: z.output<typeof reactions> = []): readonly ReactionReading[] {
  return given.flatMap(({ user }) => (user === null ? [] : [{ by: user, content }]));
}
