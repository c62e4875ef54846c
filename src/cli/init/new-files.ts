import { ourForm } from "../../core/statements/our-form.ts";
import { configurationText } from "./configuration-text.ts";
import type { ExistingFile } from "./existing-file.ts";
import { findConfiguration, findProblemForm, findPullRequestTemplate, formFile } from "./existing-file.ts";
import { problemFormText } from "./problem-form-text.ts";
import { pullRequestTemplateText } from "./pull-request-template-text.ts";

/** A file that is written into a working copy. */
export interface NewFile {
  /** From the top of the working copy. */
  readonly path: string;
  readonly text: string;
  /** What is there in its place already. */
  readonly find: (root: string) => ExistingFile | null;
}

export const newFiles: readonly NewFile[] = [
  { path: ".github/outcome.yml", text: configurationText, find: findConfiguration },
  {
    path: `.github/ISSUE_TEMPLATE/${formFile}`,
    text: problemFormText,
    find: (root) => findProblemForm(root, ourForm.name),
  },
  { path: ".github/pull_request_template.md", text: pullRequestTemplateText, find: findPullRequestTemplate },
];
