import type { SimulatedGitHub } from "../github/simulated-github.ts";
import type { Repository } from "../github/state/model.ts";
import { fullName } from "../github/state/state.ts";
import { repositoriesOf } from "../shown-items.ts";
import type { Item } from "./view.ts";

export interface RepositoryPath {
  readonly owner: string;
  readonly name: string;
}

export function findRepositoryAt(github: SimulatedGitHub, { owner, name }: RepositoryPath): Repository | undefined {
  const wanted = `${owner}/${name}`.toLowerCase();
  return repositoriesOf(github).find((each) => fullName(each).toLowerCase() === wanted);
}

/** On the page that its kind is shown on: an issue has none among the pull requests. */
export function findItemAt(
  github: SimulatedGitHub,
  path: RepositoryPath & { readonly section: string; readonly number: string },
): Item | undefined {
  const item = findRepositoryAt(github, path)?.items.get(Number(path.number));
  return item !== undefined && (item.kind === "Issue" ? "issues" : "pull") === path.section ? item : undefined;
}
