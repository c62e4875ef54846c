import type { Markdown } from "../core/markdown/markdown.ts";
import type { Position } from "./config-tree.ts";

/** How many are said at once. A file with more has something wrong that one line explains better. */
export const mostProblems = 50;

/** Something wrong in a configuration file, where it stands, in one sentence that also says what is allowed. */
export interface Problem {
  readonly at: Position;
  readonly message: Markdown;
}

/** The same thing can be found twice, in a file by itself and merged with another; and YAML's findings cascade. */
export function distinct(problems: readonly Problem[]): readonly Problem[] {
  const first = new Map<string, Problem>();
  for (const problem of problems) {
    const { source, line, column } = problem.at;
    const place = [source.owner, source.name, source.path, line, column].join("\n");
    if (!first.has(place)) first.set(place, problem);
  }
  return [...first.values()];
}
