import { commitOf } from "../state/commits.ts";
import type { Repository } from "../state/model.ts";
import { findRepository } from "../state/state.ts";
import type { GraphqlContext } from "./field.ts";

const pullRequestTemplate = /^(?:\.github\/|docs\/)?pull_request_template(?:\.(?:md|txt)|\/[^/]+\.(?:md|txt))$/i;
const issueTemplate = /^\.github\/issue_template\/[^/]+\.md$/i;

type Found = { path: string; text: string };

/** The repository's own; else those of the owner's `.github` repository. */
function templates(context: GraphqlContext, repository: Repository, pattern: RegExp): Found[] {
  const own = matching(context, repository, pattern);
  const shared = findRepository(context.world.state, `${repository.owner.login}/.github`);
  return own.length > 0 || shared === undefined ? own : matching(context, shared, pattern);
}

function matching(context: GraphqlContext, repository: Repository, pattern: RegExp): Found[] {
  const oid = repository.branches.get(repository.defaultBranch);
  if (oid === undefined) return [];
  const { files } = commitOf(context.world.state, oid);
  return [...files].filter(([path]) => pattern.test(path)).map(([path, text]) => ({ path, text }));
}

export function pullRequestTemplates(context: GraphqlContext, repository: Repository): object[] {
  return templates(context, repository, pullRequestTemplate).map(({ path, text }) => ({
    filename: path.split("/").at(-1),
    body: text,
    repository,
  }));
}

/** Markdown templates only: GitHub does not give issue forms here. */
export function issueTemplates(context: GraphqlContext, repository: Repository): object[] {
  return templates(context, repository, issueTemplate).map(({ path, text }) => {
    const [, head = "", body = text] = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/.exec(text) ?? [];
    const field = (name: string): string | null =>
      new RegExp(`^${name}:\\s*["']?(.*?)["']?\\s*$`, "m").exec(head)?.[1] ?? null;
    const filename = path.split("/").at(-1) ?? path;
    return { filename, name: field("name") ?? filename, about: field("about"), title: field("title"), body };
  });
}
