import { lstatSync } from "node:fs";
import { join } from "node:path";
import type { ExistingFile } from "./existing-file.ts";
import { folderNamed, isMissing, readStart } from "./folder.ts";
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
  refuseLinks(root, wanted);
  const existing = find(root);
  if (existing === null) return { kind: "new", path: inFolderAsNamed(root, wanted), text };
  if (existing.place === "other") return { kind: "respected", wanted, existing };
  const { path } = existing;
  refuseLinks(root, path);
  return readStart(root, path) === text ? { kind: "same", path } : { kind: "other", path, text };
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
    const kind = kindOf(join(root, part));
    if (kind === "missing") return;
    if (kind === "link") throw new Error(`${part} is a symbolic link, and nothing is written through one.`);
    const isLast = index === steps.length - 1;
    if (isLast && kind === "folder") throw new Error(`${part} is a folder, where a file is to be written.`);
    if (!isLast && kind === "file") throw new Error(`${part} is a file, where a folder is needed.`);
  }
}

function kindOf(path: string): "missing" | "link" | "folder" | "file" {
  try {
    const found = lstatSync(path);
    return found.isSymbolicLink() ? "link" : found.isDirectory() ? "folder" : "file";
  } catch (error) {
    if (isMissing(error)) return "missing";
    throw error;
  }
}
