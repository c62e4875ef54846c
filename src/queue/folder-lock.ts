import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { readFileSync, rmSync } from "node:fs";
import { link } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const holder = z.object({ pid: z.int().positive(), startedAt: z.string() });
type Holder = z.infer<typeof holder>;

export interface FolderLock {
  release(): void;
}

/**
 * Takes the folder for this process alone. PGlite does not: two processes on one folder lose each other's rows.
 * A lock file that a killed process left behind is recognised and taken over.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const file = join(folder, "lock");
  const mine = JSON.stringify({ pid: process.pid, startedAt: startOfProcess(process.pid) } satisfies Holder);
  while (!(await created(file, mine))) {
    const theirs = await readIfThere(file);
    if (theirs === undefined) continue;
    const who = readHolder(theirs);
    if (who !== undefined && isRunning(who)) throw alreadyOpen(folder, who.pid);
    await removeStale(file, theirs);
  }
  return { release: () => releaseIfMine(file, mine) };
}

function alreadyOpen(folder: string, pid: number): Error {
  return new Error(
    `The data folder ${folder} is already open in process ${pid}. One process at a time can use an embedded store: stop that one, or set another DATA_DIR.`,
  );
}

async function created(file: string, content: string): Promise<boolean> {
  try {
    await writeFile(file, content, { flag: "wx" });
    return true;
  } catch (error) {
    // Somebody else's file is the answer "no"; anything else (no permission, disk full) is a real failure.
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    // Released between our attempt to create it and this read: try to create it again.
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** A half-written file (its writer was killed) names nobody, so it counts as left behind. */
function readHolder(text: string): Holder | undefined {
  try {
    return holder.safeParse(JSON.parse(text)).data;
  } catch {
    // Not JSON: see above.
    return undefined;
  }
}

/**
 * Two processes may both find the same stale lock. Renaming moves whatever is there now, so what was moved is
 * compared with what was judged: a lock that somebody took in between is put back.
 */
async function removeStale(file: string, judged: string): Promise<void> {
  const aside = `${file}.${process.pid}`;
  try {
    await rename(file, aside);
    if ((await readFile(aside, "utf8")) !== judged) await link(aside, file);
  } catch (error) {
    // The other process was quicker; the next attempt to create the lock decides.
    if (codeOf(error) !== "ENOENT" && codeOf(error) !== "EEXIST") throw error;
  }
  await rm(aside, { force: true });
}

/** A process id alone is not enough: after a crash or in a restarted container another program may have it. */
function isRunning({ pid, startedAt }: Holder): boolean {
  return isAlive(pid) && startOfProcess(pid) === startedAt;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user.
    return codeOf(error) === "EPERM";
  }
}

/** Clock ticks since boot, with the boot's id: field 22 of /proc/PID/stat (proc(5)). Empty where there is no /proc. */
function startOfProcess(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in parentheses and may hold spaces: count from its end.
    const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${ticks}`;
  } catch {
    // macOS and Windows have no /proc; then the process id decides alone.
    return "";
  }
}

function releaseIfMine(file: string, mine: string): void {
  try {
    if (readFileSync(file, "utf8") === mine) rmSync(file);
  } catch (error) {
    // Gone already (the folder was deleted): nothing is left to release.
    if (codeOf(error) !== "ENOENT") throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
