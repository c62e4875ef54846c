import { entriesOf, folderNamed, joinPath, readStart, sameName } from "./folder.ts";

/** Something that already does what a new file would do. */
export interface ExistingFile {
  readonly path: string;
  /** Whether it stands where the new file would, and may be written over with a yes. */
  readonly place: "same" | "other";
  /** What it is, completing "PATH is ...". */
  readonly what: string;
}

const configurations = ["outcome.yml", "outcome.yaml"] as const;

/** Both endings are read, both together are an error, and Git tells capitals apart: other names are not read. */
export function findConfiguration(root: string): ExistingFile | null {
  const names = entriesOf(root, ".github").map(({ name }) => name);
  const [found, twin] = configurations.filter((name) => names.includes(name));
  if (twin !== undefined) {
    const what = `there beside ${found}, and two configurations are an error: delete one of them`;
    return { path: `.github/${twin}`, place: "other", what };
  }
  if (found !== undefined) return { path: `.github/${found}`, place: "same", what: "the configuration already" };
  const misnamed = names.find((name) => configurations.some((one) => sameName(one, name)));
  return misnamed === undefined
    ? null
    : { path: `.github/${misnamed}`, place: "other", what: "not read under this name: rename it to outcome.yml" };
}

/** Where GitHub looks for templates: the top folder, `.github` and `docs`. */
function templateFolders(root: string): readonly string[] {
  return ["", ...[".github", "docs"].flatMap((name) => folderNamed(root, "", name) ?? [])];
}

/**
 * "Pull request template filenames are not case sensitive, and can have an extension such as .md or .txt."
 * https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/about-issue-and-pull-request-templates
 */
export function findPullRequestTemplate(root: string): ExistingFile | null {
  const what = "a pull request template of this repository";
  const found = templateFolders(root).flatMap((folder) => pullRequestTemplatesIn(root, folder));
  const own = found.find((path) => sameName(path, ".github/pull_request_template.md"));
  if (own !== undefined) return { path: own, place: "same", what };
  const [other] = found;
  return other === undefined ? null : { path: other, place: "other", what };
}

function pullRequestTemplatesIn(root: string, folder: string): readonly string[] {
  return entriesOf(root, folder).flatMap(({ name, kind }) => {
    const path = joinPath(folder, name);
    if (kind !== "folder") return /^pull_request_template(?:\.[a-z]+)?$/i.test(name) ? [path] : [];
    if (!sameName(name, "pull_request_template")) return [];
    return entriesOf(root, path)
      .slice(0, 1)
      .map((one) => `${path}/${one.name}`);
  });
}

export const formFile = "user-problem.yml";

/** The form's file or one of its name; else issue templates that it would put out of sight. */
export function findProblemForm(root: string, formName: string): ExistingFile | null {
  const folder = folderNamed(root, ".github", "ISSUE_TEMPLATE");
  if (folder === null) return findOlderTemplates(root);
  const entries = entriesOf(root, folder);
  const own = entries.find(({ name }) => sameName(name, formFile));
  if (own !== undefined) return { path: `${folder}/${own.name}`, place: "same", what: "the issue form already" };
  // GitHub wants names that no other template has, and another file name than a Markdown template has.
  const files = entries.filter(({ kind }) => kind === "file");
  const other = files.find(({ name }) => takesName(root, joinPath(folder, name), formName));
  return other === undefined
    ? null
    : { path: `${folder}/${other.name}`, place: "other", what: "an issue template of this name already" };
}

function takesName(root: string, path: string, formName: string): boolean {
  if (!/\.(?:ya?ml|md)$/i.test(path)) return false;
  if (/\/user-problem\.[a-z]+$/i.test(path)) return true;
  const name = /^name\s*:\s*["']?(.*?)["']?\s*$/m.exec(readStart(root, path) ?? "")?.[1];
  return name !== undefined && sameName(name, formName);
}

/** GitHub takes the templates of one folder, `.github/ISSUE_TEMPLATE` first, and forms from there only. */
function findOlderTemplates(root: string): ExistingFile | null {
  const inTheWay = entriesOf(root, ".github").find((one) => sameName(one.name, "ISSUE_TEMPLATE"));
  if (inTheWay !== undefined) return { path: `.github/${inTheWay.name}`, place: "other", what: "no folder" };
  const folders = templateFolders(root).flatMap((folder) => folderNamed(root, folder, "ISSUE_TEMPLATE") ?? []);
  const path = folders.find((folder) => entriesOf(root, folder).length > 0);
  return path === undefined
    ? null
    : { path, place: "other", what: "where this repository's issue templates are, which GitHub would no longer offer" };
}
