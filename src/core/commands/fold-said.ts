import type { Actor, KnownRole } from "../facts/actor.ts";
import type { Reference } from "../facts/reference.ts";
import { sameReference } from "../facts/reference.ts";
import type { Said } from "../facts/said.ts";
import { nothingSaid } from "../facts/said.ts";
import type { Statement, WorkStatement } from "./command.ts";

/** A statement whose comment stands, unedited, and whose giver is a person who may say it, or may as far as is known. */
export interface GivenStatement<Kind extends Statement = Statement> {
  readonly statement: Kind;
  readonly by: Actor;
  readonly role: KnownRole;
  readonly may: "yes" | "unknown";
  /** When its comment was written. */
  readonly at: Date;
}

/** What is said by all statements together, oldest first: the latest word on each thing stands. */
export function foldSaid(given: readonly GivenStatement<WorkStatement>[]): Said {
  return given.reduce(
    (said, one) => (one.may === "unknown" ? { ...leaveOpen(said, one), undetermined: true } : say(said, one)),
    nothingSaid,
  );
}

/** What may count adds nothing yet, and what it may have taken back lets nothing pass. */
function leaveOpen(said: Said, one: GivenStatement<WorkStatement>): Said {
  switch (one.statement.kind) {
    case "unlink":
    case "unskip":
      return say(said, one);
    case "link":
    case "skip":
    case "hypothesis":
      return said;
  }
}

function say(said: Said, { statement, by, role }: GivenStatement<WorkStatement>): Said {
  switch (statement.kind) {
    case "link": {
      const { references } = statement;
      const added = references.map((reference) => ({ reference, by }));
      const before = said.links.filter(({ reference }) => !includes(references, reference));
      return { ...said, links: [...before, ...added], unlinked: without(said.unlinked, references) };
    }
    case "unlink": {
      const { references } = statement;
      const links = said.links.filter(({ reference }) => !includes(references, reference));
      return { ...said, links, unlinked: [...without(said.unlinked, references), ...references] };
    }
    case "skip":
      return { ...said, optOut: { reason: statement.reason, by, role } };
    case "unskip":
      return { ...said, optOut: null };
    case "hypothesis":
      return { ...said, hypothesis: { text: statement.text, by } };
  }
}

function without(references: readonly Reference[], others: readonly Reference[]): readonly Reference[] {
  return references.filter((one) => !includes(others, one));
}

function includes(references: readonly Reference[], wanted: Reference): boolean {
  return references.some((one) => sameReference(one, wanted));
}
