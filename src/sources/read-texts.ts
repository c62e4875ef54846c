import type { Issue } from "../core/facts/issue.ts";
import type { Body } from "../core/markdown/parse-body.ts";
import { parseBody } from "../core/markdown/parse-body.ts";
import { rules } from "../core/rules/index.ts";
import type { Subject } from "../core/statements/prose/prose.ts";
import { statementReader } from "../core/statements/read-statements.ts";
import { templateText } from "../core/statements/template-text.ts";
import type { Statements } from "../core/statements/statements.ts";
import type { Vocabulary } from "../core/statements/vocabulary.ts";
import type { IssueReading } from "./ports.ts";

export interface TextSettings {
  readonly statements: Vocabulary;
}

export interface Texts {
  readonly read: (subject: Subject) => Statements;
  readonly readIssue: (issue: IssueReading) => Issue;
}

/**
 * Reads statements against the repository's templates, and against the lines that we ask people to paste: those are not
 * answers either before their words in capitals are replaced.
 */
export function readTexts(templates: readonly string[], settings: TextSettings): Texts {
  let reader: Texts["read"] | null = null;
  const read: Texts["read"] = (subject) => {
    reader ??= makeReader(templates, settings);
    return reader(subject);
  };
  return {
    read,
    readIssue({ reference, title, url, state, labels, type, author, createdAt, body }) {
      return {
        reference,
        title,
        url,
        state,
        labels,
        type,
        author,
        createdAt,
        statements: read({ kind: "issue", title, body: parseBody(body) }),
      };
    },
  };
}

/** Parsed with the first text that is read: thirty forms take some 13 ms, and most pull requests link to no issue here. */
function makeReader(templates: readonly string[], { statements }: TextSettings): Texts["read"] {
  const parsed = withinReach(templates).map((file) => parseBody(templateText(file)));
  return statementReader({ vocabulary: statements, templates: [...parsed, ...pasted] });
}

/** More than thirty forms of real repositories have together, in characters. */
const mostTemplates = 256 * 1024;

function withinReach(templates: readonly string[]): readonly string[] {
  let length = 0;
  return templates.filter((file) => {
    length += file.length;
    return length <= mostTemplates;
  });
}

const pasted: readonly Body[] = rules.flatMap(({ paste }) => (paste === null ? [] : [parseBody(paste)]));
