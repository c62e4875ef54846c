import { setImmediate } from "node:timers/promises";
import { sameReference } from "../core/facts/reference.ts";
import type { Reference } from "../core/facts/reference.ts";
import type { GitHubReader } from "./ports.ts";
import { rememberRoles } from "./remember-roles.ts";

/** References in one query. GitHub's limit of nodes would allow some hundreds. */
const MOST_REFERENCES = 100;

/**
 * For looks at several pull requests at the same time: what they ask for together is asked for in one query, and what
 * several ask for is asked for once.
 */
export function shareReads(reader: GitHubReader): GitHubReader {
  return {
    ...rememberRoles(reader),
    readReferences: joinReferences(reader),
    readHeard: joinReads((issues) => readInParts((some) => reader.readHeard(some), issues)),
    readLearnings: joinReads((problems) => readInParts((some) => reader.readLearnings(some), problems)),
  };
}

/** Whoever asks first decides nothing for the others: what any of them wants to be heard is heard. */
function joinReferences(reader: GitHubReader): GitHubReader["readReferences"] {
  const wanted: Reference[] = [];
  const isWanted = (one: Reference) => wanted.some((other) => sameReference(one, other));
  const read = joinReads((references) =>
    readInParts((some) => reader.readReferences(some, some.filter(isWanted)), references),
  );
  return async (references, heard = []) => {
    wanted.push(...heard.filter((one) => !isWanted(one)));
    return read(references);
  };
}

type Read<Asked, Answer> = (references: readonly Asked[]) => Promise<readonly Answer[]>;

/** Waits until all who are about to ask have asked: they get there without waiting for anything outside. */
function joinReads<Asked extends Reference, Answer extends { readonly asked: Reference }>(
  read: Read<Asked, Answer>,
): Read<Asked, Answer> {
  let asked: Asked[] = [];
  let answers: Promise<readonly Answer[]> | null = null;
  const ask = async (): Promise<readonly Answer[]> => {
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

async function readInParts<Asked, Answer>(
  read: Read<Asked, Answer>,
  references: readonly Asked[],
): Promise<readonly Answer[]> {
  const found: Answer[] = [];
  for (let from = 0; from < references.length; from += MOST_REFERENCES) {
    found.push(...(await read(references.slice(from, from + MOST_REFERENCES))));
  }
  return found;
}
