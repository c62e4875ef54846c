import { GitHubError } from "./errors.ts";

/** A 301 on a POST silently becomes a GET, which succeeds and creates nothing: only 201 says that something is there now. */
export function requireCreated(answer: { readonly status: number; readonly url: string }): void {
  if (answer.status === 201) return;
  throw new GitHubError(`${answer.url} answered ${answer.status} instead of creating`, { kind: "unexpected" });
}
