import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

interface Text {
  readonly path: string;
  readonly text: string;
}

/** Writes a file whole or not at all: under another name first, then by one step into its place. */
export async function writeWhole(
  root: string,
  { path, text }: Text,
  before: "must-not-be-there" | "may-be-there",
): Promise<void> {
  const target = join(root, path);
  await mkdir(dirname(target), { recursive: true });
  const unfinished = join(dirname(target), `.${basename(target)}.${randomUUID()}`);
  try {
    await writeFile(unfinished, text, { flag: "wx", flush: true });
    // Questions may have stood open for long.
    if (before === "must-not-be-there" && existsSync(target)) throw new Error(`${path} is there meanwhile.`);
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
