import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { UsageError } from "../command.ts";

/** The folder to write into. GitHub reads `.github` at the top of a repository only, so nothing else will do. */
export function findWorkingCopy(folder: string, wanted: "working-copy" | "any-folder"): string {
  const root = realFolder(folder);
  if (wanted === "any-folder" || isTop(root)) return root;
  const top = topAbove(root);
  throw new UsageError(
    top === null
      ? `${folder} is no working copy of Git. --force writes into it all the same.`
      : `${folder} is within a working copy of Git: name its top folder, ${top}.`,
  );
}

function realFolder(folder: string): string {
  try {
    const root = realpathSync(folder);
    if (statSync(root).isDirectory()) return root;
  } catch {
    // Missing, or not to be read: whoever named it can mend it.
  }
  throw new UsageError(`${folder} is no folder that can be read.`);
}

/** A folder in a clone, a file in a worktree or a submodule. */
function isTop(folder: string): boolean {
  return existsSync(join(folder, ".git"));
}

function topAbove(folder: string): string | null {
  const above = dirname(folder);
  if (above === folder) return null;
  return isTop(above) ? above : topAbove(above);
}
