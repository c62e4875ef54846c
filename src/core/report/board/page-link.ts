import type { RepositoryName } from "../../facts/reference.ts";
import { inlineCode } from "../../markdown/escape.ts";
import type { Markdown } from "../../markdown/markdown.ts";

/** Where a board's links lead, and what they are seen from. */
export interface PagePlace {
  readonly repository: RepositoryName;
  readonly webUrl: string;
}

interface Page {
  readonly kind: "problem" | "pull_request";
  readonly number: number;
  readonly title?: string;
}

/** In characters: the titles of a table are to be told apart, and can be read whole where they lead. */
const longestTitle = 100;

/**
 * "#12 Title" as a link that leaves no "mentioned in" on what it points to: each edit of a board would write one for each
 * new line. GitHub makes such marks of links to github.com, and this host of its own leads there all the same
 * (https://github.com/orgs/community/discussions/22990). Elsewhere there is no such host, so there is no link.
 */
export function pageLink({ repository, webUrl }: PagePlace, { kind, number, title }: Page): Markdown {
  const text = inlineCode([`#${number}`, ...(title === undefined ? [] : [title])].join(" "), longestTitle);
  if (webUrl !== "https://github.com") return { markdown: text };
  const [owner, name] = [encodeURIComponent(repository.owner), encodeURIComponent(repository.name)];
  const path = kind === "problem" ? "issues" : "pull";
  return { markdown: `[${text}](https://redirect.github.com/${owner}/${name}/${path}/${number})` };
}
