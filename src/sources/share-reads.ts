import { setImmediate } from "node:timers/promises";
import { sameReference } from "../core/facts/reference.ts";
import type { Reference } from "../core/facts/reference.ts";
import type { GitHubReader, ReferenceReading } from "./ports.ts";

/** References in one query. GitHub's limit of nodes would allow some hundreds. */
const MOST_REFERENCES = 100;

/**
 * For looks at several pull requests at the same time: what they ask for together is asked for in one query, and what
 * several ask for is asked for once.
 */
export function shareReads(reader: GitHubReader): GitHubReader {
  const roles = new Map<string, ReturnType<GitHubReader["readRole"]>>();
  return {
    ...reader,
    readReferences: joinReads((references) => readInParts(reader, references)),
    readRole(repository, login) {
      const key = `${repository.owner}/${repository.name} ${login}`.toLowerCase();
      const role = roles.get(key) ?? reader.readRole(repository, login);
      roles.set(key, role);
      return role;
    },
  };
}

type Read = GitHubReader["readReferences"];

/** Waits until all who are about to ask have asked: they get there without waiting for anything outside. */
function joinReads(read: Read): Read {
  let asked: Reference[] = [];
  let answers: Promise<readonly ReferenceReading[]> | null = null;
  const ask = async (): Promise<readonly ReferenceReading[]> => {
    await setImmediate();
    const all = asked;
    asked = [];
    answers = null;
    return read(all);
  };
  return async (references) => {
    asked.push(...references.filter((one) => !asked.some((other) => sameReference(one, other))));
    answers ??= ask();
    const found = await answers;
    return references.flatMap((one) => found.filter((answer) => sameReference(answer.asked, one)).slice(0, 1));
  };
}

async function readInParts(
  reader: GitHubReader,
  references: readonly Reference[],
): Promise<readonly ReferenceReading[]> {
  const found: ReferenceReading[] = [];
  for (let from = 0; from < references.length; from += MOST_REFERENCES) {
    found.push(...(await reader.readReferences(references.slice(from, from + MOST_REFERENCES))));
  }
  return found;
}
