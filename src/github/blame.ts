import { GitHubError } from "./errors.ts";

/**
 * Who kept something from being done. "refused": GitHub answered and said no, which more tries do not change but people can;
 * "github": it did not answer, or not as it documents.
 */
export function blame(error: unknown): "github" | "refused" | "ours" {
  if (!(error instanceof GitHubError)) return "ours";
  const { failure } = error;
  if (failure.kind === "refused") return "refused";
  return failure.kind === "status" && failure.status < 500 ? "refused" : "github";
}
