import { closeSync, openSync, readdirSync, readSync } from "node:fs";
import { join } from "node:path";

export interface Entry {
  readonly name: string;
  readonly kind: "folder" | "file" | "link";
}

/** What stands in a folder of the working copy; nothing where it is not there. Links are told as such and not followed. */
export function entriesOf(root: string, folder: string): readonly Entry[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      kind: entry.isDirectory() ? "folder" : entry.isSymbolicLink() ? "link" : "file",
    }));
  } catch (error) {
    if (isMissing(error)) return [];
    throw inWords(error, folder === "" ? root : folder);
  }
}

/** The name that a folder has, in whatever case: GitHub does not mind it. */
export function folderNamed(root: string, within: string, name: string): string | null {
  const found = entriesOf(root, within).find((one) => one.kind === "folder" && sameName(one.name, name));
  return found === undefined ? null : joinPath(within, found.name);
}

export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** With slashes, as GitHub and people write paths; "" is the top. */
export function joinPath(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

/** Longer templates are not read to their end, in bytes. */
const longestRead = 64 * 1024;

/** The beginning of a file; null where it is not there. */
export function readStart(root: string, path: string): string | null {
  try {
    const file = openSync(join(root, path), "r");
    try {
      const bytes = Buffer.alloc(longestRead);
      return bytes.toString("utf8", 0, readSync(file, bytes));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (isMissing(error)) return null;
    throw inWords(error, path);
  }
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}

/** Where it may not be read, that is what there is to say; the system's own words name its calls. */
export function inWords(error: unknown, path: string): unknown {
  const forbidden = error instanceof Error && "code" in error && (error.code === "EACCES" || error.code === "EPERM");
  return forbidden ? new Error(`${path} may not be read by you.`, { cause: error }) : error;
}
