import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

interface Text {
  readonly path: string;
  readonly text: string;
}

/** Writes a file whole or not at all, or says why it cannot be written. */
export async function writeWhole(
  root: string,
  file: Text,
  before: "must-not-be-there" | "may-be-there",
): Promise<void> {
  try {
    await writeInOneStep(root, file, before);
  } catch (error) {
    // The system's own words name its calls and a file of ours that nobody knows.
    throw unwrittenInWords(error, file.path);
  }
}

/** Of what the system says, what somebody can mend; anything else as it is. */
export function unwrittenInWords(error: unknown, path: string): unknown {
  const reason = reasonOf(error);
  if (reason === null) return error;
  return new Error(`${path} was not written: ${reason}. Run this again once that is mended.`, { cause: error });
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "you may not write there",
  EPERM: "you may not write there",
  EROFS: "this disk can only be read",
  ENOSPC: "no room is left on this disk",
  EDQUOT: "no room is left on this disk",
};

function reasonOf(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  return reasons[String(error.code)] ?? null;
}

/** Under another name first, then by one step into its place. */
async function writeInOneStep(
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
