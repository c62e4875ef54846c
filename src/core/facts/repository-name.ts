import type { RepositoryName } from "./reference.ts";

const end = "(?![A-Za-z0-9._-])";

/**
 * `OWNER/REPO` and nothing else: no path, no URL, and neither `.` nor `..`, which a URL made of it would climb with. No
 * repository's name ends in `.git`, an address of it does. Owners of managed accounts have underscores.
 */
export const repositoryNameSource = String.raw`[A-Za-z0-9][A-Za-z0-9_-]{0,99}\/(?!(?:\.{1,2}|[A-Za-z0-9._-]*\.[Gg][Ii][Tt])${end})[A-Za-z0-9._-]{1,100}`;

export const repositoryNamePattern = new RegExp(`^${repositoryNameSource}$`);

/** Null for anything that is not the name of one repository. */
export function parseRepositoryName(text: string): RepositoryName | null {
  if (!repositoryNamePattern.test(text)) return null;
  const [owner = "", name = ""] = text.split("/");
  return { owner, name };
}

export function formatRepositoryName({ owner, name }: RepositoryName): string {
  return `${owner}/${name}`;
}
