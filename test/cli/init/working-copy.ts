import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder of its own for one test. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "outcome-init-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A Git working copy that holds these files. */
export function workingCopy(files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder();
  execFileSync("git", ["init", "--quiet", folder]);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Every file of a folder but Git's own, with what it holds. */
export function filesOf(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const own = paths.map((path) => path.slice(folder.length + 1)).filter((path) => !path.startsWith(".git/"));
  return Object.fromEntries(own.toSorted().map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}
