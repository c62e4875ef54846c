import type { Reference } from "../facts/reference.ts";
import { md } from "../markdown/markdown.ts";
import type { CommandPlace, CommandReading } from "./command.ts";
import { readReference } from "./read-reference.ts";

/** How many issues one command may name. */
const mostIssues = 10;

/** `#12`, also `#12, #13 and acme/notes#5`. What stands behind the issues is talk. */
export function readIssues(kind: "link" | "unlink", argument: string, place: CommandPlace): CommandReading {
  const references: Reference[] = [];
  for (const word of argument.split(/[\s,;]+/u, mostIssues * 2)) {
    const reference = readReference(word, place);
    if (reference !== null) references.push(reference);
    else if (!joining.has(word.toLowerCase())) break;
  }
  if (references.length > 0)
    return { kind: "statement", statement: { kind, references: references.slice(0, mostIssues) } };
  return {
    kind: "wrong",
    why: md`no issue was named. It belongs right behind the command, as in ${`/outcome ${kind} #12`} or ${`/outcome ${kind} owner/name#12`}, or as the address of its page`,
  };
}

const joining: ReadonlySet<string> = new Set(["and", "&", "+", "issue", "issues", "to"]);
