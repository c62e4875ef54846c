import { z } from "zod";
import type { Issue } from "./issue.ts";
import type { ProblemScope } from "./problem-scope.ts";
import { hasOurLabels } from "./problem-scope.ts";
import { parseRepositoryName, repositoryNameSource } from "./repository-name.ts";
import type { Reference, RepositoryName } from "./reference.ts";
import { sameReference } from "./reference.ts";

/** `OWNER/REPO#4` or `#4`; bounded, so that no number is beyond what GitHub counts. */
const issuePattern = new RegExp(`^(${repositoryNameSource})?#([1-9]\\d{0,9})$`);

const themeSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(40).meta({ description: "What the direction is called." }),
    /** GitHub's limit: 50 characters. */
    label: z
      .string()
      .trim()
      .min(1)
      .max(50)
      .optional()
      .meta({
        description:
          "The label that puts a problem under this theme. When it is not set: `theme:` and the name in lower case, " +
          "`theme: onboarding`.",
      }),
    issue: z
      .string()
      .trim()
      .regex(issuePattern, {
        error: 'must name one issue, in quotes: `"#4"` or `"owner/name#4"`',
      })
      .optional()
      .meta({
        description:
          'The issue that is this theme, `"#4"` of the repository that is looked at or `"owner/name#4"`: problems at any ' +
          "of five levels below it fit. In quotes: to YAML, `#` begins a comment.",
      }),
    description: z.string().trim().max(200).optional().meta({
      description: "What the theme is about, in one sentence, for those who look for the one that fits.",
    }),
  })
  .meta({ shorthand: "name" });

/** The directions that the people who own the strategy have set. */
export const themesSchema = z
  .array(themeSchema)
  .max(50)
  .superRefine((themes, context) => {
    const taken = new Set<string>();
    for (const [index, theme] of themes.entries()) {
      const label = themeLabel(theme).toLowerCase();
      if (taken.has(label)) {
        context.addIssue({ code: "custom", path: [index], message: "has the same label as a theme before it" });
      }
      taken.add(label);
    }
  })
  .default([]);

export type Theme = z.output<typeof themeSchema>;

/** GitHub compares label names without regard to case; this is how it is shown. */
export function themeLabel({ name, label }: Theme): string {
  return label ?? `theme: ${name.toLowerCase()}`;
}

/** The issue that is the theme; null for a theme that is a label only. */
export function themeIssue({ issue }: Theme, seenFrom: RepositoryName): Reference | null {
  const [, place, number] = issuePattern.exec(issue ?? "") ?? [];
  if (number === undefined) return null;
  const { owner, name } = parseRepositoryName(place ?? "") ?? seenFrom;
  return { owner, name, number: Number(number) };
}

/** Something that may be under a theme: a problem, a parent of it, a pull request. */
export type Themed = Pick<Issue, "reference" | "labels">;

export interface FoundTheme {
  readonly theme: Theme;
  readonly on: Themed;
  readonly by: "label" | "issue";
}

/** The theme of the first in the line that has one, nearest first; of several, the first that is configured. */
export function findTheme(line: readonly Themed[], themes: readonly Theme[], scope: ProblemScope): FoundTheme | null {
  for (const on of line) {
    for (const theme of themes) {
      const by = howItFits(on, theme, scope);
      if (by !== null) return { theme, on, by };
    }
  }
  return null;
}

function howItFits({ reference, labels }: Themed, theme: Theme, scope: ProblemScope): FoundTheme["by"] | null {
  const wanted = themeLabel(theme).toLowerCase();
  if (hasOurLabels(reference, scope) && labels.some((label) => label.toLowerCase() === wanted)) return "label";
  const issue = themeIssue(theme, scope.repository);
  return issue !== null && sameReference(issue, reference) ? "issue" : null;
}
