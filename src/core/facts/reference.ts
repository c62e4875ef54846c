/** Where an issue or pull request stands: `owner/name#number`. */
export interface Reference {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
}

/** GitHub compares owners and repository names without regard to case. */
export function sameReference(a: Reference, b: Reference): boolean {
  return a.number === b.number && sameRepository(a, b);
}

export function sameRepository(a: RepositoryName, b: RepositoryName): boolean {
  return sameOwner(a, b) && a.name.toLowerCase() === b.name.toLowerCase();
}

export function sameOwner(a: RepositoryName, b: RepositoryName): boolean {
  return a.owner.toLowerCase() === b.owner.toLowerCase();
}

export interface RepositoryName {
  readonly owner: string;
  readonly name: string;
}

/** As people write it: `#12` in the same repository, `owner/name#12` elsewhere. */
export function formatReference(reference: Reference, seenFrom: RepositoryName): string {
  const number = `#${reference.number}`;
  return sameRepository(reference, seenFrom) ? number : `${reference.owner}/${reference.name}${number}`;
}
