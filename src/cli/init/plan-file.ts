import { lstatSync } from "node:fs";
import { join } from "node:path";
import type { ExistingFile } from "./existing-file.ts";
import { entriesOf, folderNamed, inWords, isMissing, readStart, sameName } from "./folder.ts";
import type { NewFile } from "./new-files.ts";

/** What becomes of one file. */
export type PlannedFile =
  | { readonly kind: "new"; readonly path: string; readonly text: string }
  /** It is there, word for word. */
  | { readonly kind: "same"; readonly path: string }
  /** It is there and says something else: written over with a yes only. */
  | { readonly kind: "other"; readonly path: string; readonly text: string }
  /** Something in another place does the same: never touched. */
  | { readonly kind: "respected"; readonly wanted: string; readonly existing: ExistingFile };

export function planFile(root: string, { path: wanted, text, find }: NewFile): PlannedFile {
  refuseOtherCase(root, wanted);
  refuseLinks(root, wanted);
  const existing = find(root);
  if (existing === null) return { kind: "new", path: inFolderAsNamed(root, wanted), text };
  if (existing.place === "other") return { kind: "respected", wanted, existing };
  const { path } = existing;
  refuseLinks(root, path);
  return isSameText(readStart(root, path), text) ? { kind: "same", path } : { kind: "other", path, text };
}

/** Git may write files with the line ends of the machine. */
function isSameText(there: string | null, text: string): boolean {
  return there?.replaceAll("\r\n", "\n") === text;
}

/** Git tells capitals apart, also where the disk does not: what is written into such a folder would not be found. */
function refuseOtherCase(root: string, path: string): void {
  const [top = ""] = path.split("/");
  const names = entriesOf(root, "").map(({ name }) => name);
  const other = names.find((name) => name !== top && sameName(name, top));
  if (other === undefined || names.includes(top)) return;
  throw new Error(`${other} is not read under this name. Rename it to ${top}, and run this again.`);
}

/** A folder that is there in another case is used, so that there are not two of it. */
function inFolderAsNamed(root: string, wanted: string): string {
  const [top = "", folder, ...rest] = wanted.split("/");
  if (folder === undefined || rest.length === 0) return wanted;
  return [folderNamed(root, top, folder) ?? `${top}/${folder}`, ...rest].join("/");
}

/** A link, also one that leads nowhere, could lead out of the working copy: a clone is made by whoever wrote it. */
function refuseLinks(root: string, path: string): void {
  const steps = path.split("/");
  for (const [index] of steps.entries()) {
    const part = steps.slice(0, index + 1).join("/");
    const kind = kindOf(root, part);
    if (kind === "missing") return;
    if (kind === "link") throw new Error(`${part} is a symbolic link, and nothing is written through one. ${remedy}`);
    const isLast = index === steps.length - 1;
    if (isLast && kind === "folder") throw new Error(`${part} is a folder, where a file is to be written. ${remedy}`);
    if (!isLast && kind === "file") throw new Error(`${part} is a file, where a folder is needed. ${remedy}`);
  }
}

const remedy = "Move it or rename it, and run this again; nothing was written.";

function kindOf(root: string, path: string): "missing" | "link" | "folder" | "file" {
  try {
    const found = lstatSync(join(root, path));
    return found.isSymbolicLink() ? "link" : found.isDirectory() ? "folder" : "file";
  } catch (error) {
    if (isMissing(error)) return "missing";
    throw inWords(error, path);
  }
}
