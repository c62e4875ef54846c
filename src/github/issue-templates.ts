import { z } from "zod";
import { templates } from "./thread-query.ts";

/**
 * `issueTemplates` gives Markdown templates only, those of the owner's `.github` repository where there are none here;
 * forms are not among them (cli/cli#5865) and are read as files. A folder's entries cost no more than the query itself.
 */
export const issueTemplateSelection = `
issueTemplates { body }
issueForms: object(expression: "HEAD:.github/ISSUE_TEMPLATE") {
  ... on Tree { entries { name object { ... on Blob { text } } } }
}`;

/** More forms than anybody wants to choose from. */
const mostForms = 30;

const entry = z.object({ name: z.string(), object: z.object({ text: z.string().nullish() }).nullish() });

export const issueTemplateFields = {
  issueTemplates: templates,
  issueForms: z
    .object({ entries: z.array(entry).nullish() })
    .nullish()
    .transform((folder) => formsOf(folder?.entries ?? [])),
};

interface Found {
  readonly issueTemplates: readonly string[];
  readonly issueForms: readonly string[];
}

/** Bodies of Markdown templates, files of forms. */
export function issueTemplatesOf({ issueTemplates, issueForms }: Found): readonly string[] {
  return [...issueTemplates, ...issueForms];
}

/** `config.yml` tells which templates are offered, and is none. */
function formsOf(entries: readonly z.output<typeof entry>[]): readonly string[] {
  const forms = entries.filter(({ name }) => /\.ya?ml$/iu.test(name) && !/^config\./iu.test(name));
  return forms.slice(0, mostForms).flatMap(({ object }) => object?.text ?? []);
}
