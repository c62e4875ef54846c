import type { z } from "zod";
import { parseBody } from "../../../src/core/markdown/parse-body.ts";
import { readStatements } from "../../../src/core/statements/read-statements.ts";
import type { Reading, ReadingOfProblem, StatementName, Statements } from "../../../src/core/statements/statements.ts";
import { vocabularySchema } from "../../../src/core/statements/vocabulary.ts";

/** Reads with words of the configuration: other languages, phrases. */
export function readWith(
  configured: z.input<typeof vocabularySchema>,
  text: string,
  { kind = "pull_request", title = "", templates = [] }: Partial<Asked> = {},
): Statements {
  return readStatements(
    { kind, title, body: parseBody(text) },
    { vocabulary: vocabularySchema.parse(configured), templates: templates.map((template) => parseBody(template)) },
  );
}

interface Asked {
  readonly kind: "pull_request" | "issue";
  readonly title: string;
  readonly templates: readonly string[];
}

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
  "who",
  "problem",
  "evidence",
  "hypothesis",
  "metric",
  "window",
  "alternatives",
  "exploration",
  "optOut",
];
