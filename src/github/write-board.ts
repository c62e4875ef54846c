import type { Octokit } from "@octokit/rest";
import { z } from "zod";
import type { RepositoryName } from "../core/facts/reference.ts";
import type {
  BoardChange,
  BoardWriteEnd,
  BoardWriter,
  BoardWriteRefused,
  CreatedBoard,
  NewBoard,
} from "../sources/ports.ts";
import type { GitHubClient } from "./client.ts";
import { GitHubError, hasStatus } from "./errors.ts";
import type { GraphqlError } from "./graphql.ts";
import { readAnswer, throwFailures } from "./graphql.ts";
import { requireCreated } from "./require-created.ts";
import { createLabel } from "./write-label.ts";

/** The hands for the board: one issue of a repository. */
export function createBoardWriter(client: GitHubClient): BoardWriter {
  return {
    createBoard: (repository, board) => orRefused(() => createBoard(client.octokit, repository, board)),
    updateBoard: (repository, number, change) =>
      orRefused(() => updateBoard(client.octokit, { ...repository, number }, change)),
    pinBoard: (nodeId) => orRefused(() => pinBoard(client, nodeId)),
  };
}

async function orRefused<Ended>(write: () => Promise<Ended>): Promise<Ended | BoardWriteRefused> {
  try {
    return await write();
  } catch (error) {
    // Trying again would be refused again, and where there is no room somebody has to know when there is; all else failed.
    if (!(error instanceof GitHubError)) throw error;
    const { failure } = error;
    if (failure.kind === "no-room") return { kind: "no-room", at: failure.at };
    if (failure.kind === "refused") return failure;
    // Issues are switched off.
    if (hasStatus(error, 410)) return { kind: "refused", reason: error.message };
    throw error;
  }
}

const created = z.object({ number: z.number(), node_id: z.string() });

async function createBoard(
  octokit: Octokit,
  { owner, name: repo }: RepositoryName,
  { title, body, label }: NewBoard,
): Promise<CreatedBoard> {
  await createLabel(octokit, { owner, name: repo }, label);
  const answer = await octokit.rest.issues.create({ owner, repo, title, body, labels: [label.name] });
  requireCreated(answer);
  const { number, node_id: nodeId } = readAnswer(created, answer.data);
  return { kind: "created", number, nodeId };
}

async function updateBoard(
  octokit: Octokit,
  { owner, name: repo, number }: RepositoryName & { readonly number: number },
  change: BoardChange,
): Promise<BoardWriteEnd> {
  try {
    await octokit.rest.issues.update({ owner, repo, issue_number: number, ...change });
  } catch (error) {
    // It is gone, or issues were switched off: the next look sees that.
    if (!hasStatus(error, 404, 410)) throw error;
  }
  return { kind: "done" };
}

const pin = `
mutation Pin($id: ID!) { pinIssue(input: { issueId: $id }) { clientMutationId } }`;

/** Only GraphQL can pin. A fourth issue, one that is pinned and one that is gone are errors with a type of their own. */
async function pinBoard(client: GitHubClient, id: string): Promise<BoardWriteEnd> {
  const { errors } = await client.graphql(pin, { id });
  throwFailures(errors, isRefusal);
  const refused = errors.find(isRefusal);
  return refused === undefined ? { kind: "done" } : { kind: "refused", reason: refused.message };
}

/** GitHub gives its own failures no type. */
function isRefusal({ type }: GraphqlError): boolean {
  return type !== null && type !== "RATE_LIMITED" && type !== "INTERNAL" && type !== "SERVICE_UNAVAILABLE";
}
