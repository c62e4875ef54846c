import type { Octokit } from "@octokit/rest";
import { z } from "zod";
import type { Reference } from "../core/facts/reference.ts";
import { GitHubError, hasStatus, isNoAnswer } from "./errors.ts";
import { readAnswer } from "./graphql.ts";

export type Whereabouts =
  | { readonly kind: "moved"; readonly to: Reference }
  | { readonly kind: "missing" | "gone" | "moved-away" | "unreadable" | "unreachable" };

/** A transfer, then perhaps a rename of the repository it went to. */
const maximalHops = 3;

/**
 * Where an issue is that GraphQL does not find in a repository that it finds. Redirects are followed by hand, so that our
 * token never leaves for another host. "missing" includes what was transferred to a place that we may not read: GitHub's
 * description has 404 for it, to give nothing away. "moved-away" is left for a place that closes while we
 * look, and for redirects that come to no end.
 */
export async function findWhereabouts(octokit: Octokit, asked: Reference): Promise<Whereabouts> {
  const base = octokit.request.endpoint.DEFAULTS.baseUrl;
  let url = `${base}/repos/${encodeURIComponent(asked.owner)}/${encodeURIComponent(asked.name)}/issues/${asked.number}`;
  for (let hop = 0; hop <= maximalHops; hop += 1) {
    const step = await look(octokit, url, hop);
    if (step.kind !== "redirect") return step;
    const next = URL.parse(step.location, url);
    if (next === null || next.origin !== new URL(base).origin) return { kind: "moved-away" };
    url = next.href;
  }
  // Asking again would walk the same circle.
  return { kind: "moved-away" };
}

type Step = Whereabouts | { readonly kind: "redirect"; readonly location: string };

async function look(octokit: Octokit, url: string, hop: number): Promise<Step> {
  try {
    const answer = await octokit.request({ method: "GET", url, request: { redirect: "manual" } });
    if (answer.status >= 300) return { kind: "redirect", location: answer.headers.location ?? "" };
    // Here after all: GraphQL reads from a copy that may lag behind.
    return hop === 0 ? { kind: "unreachable" } : { kind: "moved", to: toReference(answer.data) };
  } catch (error) {
    // Each status is an answer of its own; limits and what else is wrong are thrown on.
    return answerOf(error, hop);
  }
}

function answerOf(error: unknown, hop: number): Whereabouts {
  if (!(error instanceof GitHubError)) throw error;
  const { failure } = error;
  if (isNoAnswer(error)) return { kind: "unreachable" };
  const refused = failure.kind === "refused";
  // Behind a redirect, missing, deleted and forbidden are one: nothing there can be read here.
  if (hop > 0 && (refused || hasStatus(error, 404, 410))) return { kind: "moved-away" };
  if (refused) return { kind: "unreadable" };
  if (hasStatus(error, 404)) return { kind: "missing" };
  if (hasStatus(error, 410)) return { kind: areIssuesOff(error) ? "missing" : "gone" };
  throw error;
}

/** 410 is also the answer where a repository's issues are switched off. */
function areIssuesOff(error: GitHubError): boolean {
  return /issues are disabled/i.test(error.message);
}

const movedIssue = z.object({ number: z.number(), repository_url: z.string() });

function toReference(data: unknown): Reference {
  const { number, repository_url: url } = readAnswer(movedIssue, data);
  const [owner = "", name = ""] = new URL(url).pathname.split("/").slice(-2);
  return { owner, name, number };
}
