import type { RepositoryName } from "../facts/reference.ts";
import { sameRepository } from "../facts/reference.ts";
import { join, md } from "../markdown/markdown.ts";
import type { Markdown } from "../markdown/markdown.ts";

/** A file that took part in a configuration. */
export interface ConfiguredBy extends RepositoryName {
  readonly path: string;
  readonly commit: string | null;
  /** Whether everybody who sees the configured repository sees this file too. */
  readonly visible: boolean;
}

/** Which files configured a verdict, at which commit, the strongest last. A private one is not named in a public place. */
export function renderConfiguredBy(files: readonly ConfiguredBy[], seenFrom: RepositoryName): string {
  const shown = files.filter(({ visible }) => visible).map((file) => describeCommit(file, seenFrom));
  const hidden = shown.length < files.length ? [md`a file that cannot be shown here`] : [];
  return `<sub>Configured by ${join([...hidden, ...shown], ", then ").markdown}.</sub>`;
}

export function describeFile(file: RepositoryName & { readonly path: string }, seenFrom: RepositoryName): Markdown {
  return sameRepository(file, seenFrom) ? md`${file.path}` : md`${`${file.owner}/${file.name}/${file.path}`}`;
}

function describeCommit(file: ConfiguredBy, seenFrom: RepositoryName): Markdown {
  const place = describeFile(file, seenFrom);
  return file.commit === null ? place : md`${place} at ${file.commit.slice(0, 10)}`;
}
