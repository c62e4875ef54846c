import type { Issue } from "../core/facts/issue.ts";
import type { Body } from "../core/markdown/parse-body.ts";
import { parseBody } from "../core/markdown/parse-body.ts";
import { rules } from "../core/rules/index.ts";
import type { Subject } from "../core/statements/prose/prose.ts";
import { isFromOurForm } from "../core/statements/our-form.ts";
import type { ReadText } from "../core/statements/read-statements.ts";
import { textReader } from "../core/statements/read-statements.ts";
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
  readonly readProblem: (issue: IssueReading, comments: readonly string[]) => ReadProblem;
}

/** An issue with what its author said below it. */
export interface ReadProblem {
  readonly issue: Issue;
  readonly comments: readonly Statements[];
}

/**
 * Reads statements against the repository's templates, and against the lines that we ask people to paste: those are not
 * answers either before their words in capitals are replaced.
 */
export function readTexts(templates: readonly string[], settings: TextSettings): Texts {
  let reader: TextReader | null = null;
  const read: TextReader = (subject) => {
    reader ??= makeReader(templates, settings);
    return reader(subject);
  };
  return {
    read: (subject) => read(subject).statements,
    readIssue: (issue) => readIssue(issue, [], read).issue,
    readProblem: (issue, comments) => readIssue(issue, comments, read),
  };
}

function readIssue(reading: IssueReading, comments: readonly string[], read: TextReader): ReadProblem {
  const { reference, title, url, state, labels, type, author, createdAt } = reading;
  const body = parseBody(reading.body);
  const own = read({ kind: "issue", title, body });
  const said = comments.map((text) => read({ kind: "issue", title, body: parseBody(text) }));
  const feedback = new Set([own, ...said].flatMap((text) => text.feedback)).size;
  const issue: Issue = {
    reference,
    title,
    url,
    state,
    labels,
    type,
    author,
    createdAt,
    fromOurForm: isFromOurForm(body),
    weight: { ...reading.weight, feedback },
    statements: own.statements,
  };
  return { issue, comments: said.map(({ statements }) => statements) };
}

type TextReader = (subject: Subject) => ReadText;

/** Parsed with the first text that is read: thirty forms take some 13 ms, and most pull requests link to no issue here. */
function makeReader(templates: readonly string[], { statements }: TextSettings): TextReader {
  const parsed = withinReach(templates).map((file) => parseBody(templateText(file)));
  return textReader({ vocabulary: statements, templates: [...parsed, ...pasted] });
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
