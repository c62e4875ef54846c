import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The socket through which an operator on this machine speaks to the running app. */
export const socketName = "operator.sock";

/** In bytes. Linux takes 107 for the path of a socket, macOS 103; what is put behind the folder is shorter than 30. */
const LONGEST_FOLDER = 70;

/**
 * Lets `use` reach a folder by a path that is short enough for a socket in it. A path that is too long is reached through
 * a link that lives as long as `use` does, in a folder that only this user can enter: the limit is on the path as it is
 * written, not on where it leads.
 */
export async function withShortPath<Result>(folder: string, use: (short: string) => Promise<Result>): Promise<Result> {
  if (Buffer.byteLength(folder) <= LONGEST_FOLDER) return use(folder);
  const own = await mkdtemp(join(tmpdir(), "outcome-"));
  try {
    const link = join(own, "d");
    await symlink(folder, link);
    return await use(link);
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}
