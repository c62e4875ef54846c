import { parseBody } from "../../../src/core/markdown/parse-body.ts";
import { readStatements } from "../../../src/core/statements/read-statements.ts";
import type { Reading, ReadingOfProblem, StatementName, Statements } from "../../../src/core/statements/statements.ts";
import { vocabularySchema } from "../../../src/core/statements/vocabulary.ts";

export function read(text: string | null, templates: readonly string[] = []): Statements {
  return readStatements(
    { kind: "pull_request", title: "", body: parseBody(text) },
    {
      vocabulary: vocabularySchema.parse({}),
      templates: templates.map((template) => parseBody(template)),
    },
  );
}

/** The grade and what is quoted: "stated: It fails". */
export function show(reading: Reading<unknown> | ReadingOfProblem): string {
  return reading.grade === "absent" ? "absent" : `${reading.grade}: ${reading.quote}`;
}

export const names: readonly StatementName[] = [
  "problem",
  "evidence",
  "hypothesis",
  "metric",
  "window",
  "alternatives",
  "exploration",
  "optOut",
];
