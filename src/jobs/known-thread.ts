import type { ThreadRef } from "../queue/thread-index.ts";
import type { KnownComment } from "../sources/ports.ts";
import { knownComment } from "./known-comment.ts";
import type { JobTools } from "./tools.ts";

/** What the index knows of a thread's comments. */
export interface KnownThread {
  /** Of our own comment. */
  readonly known: KnownComment;
  /** What a reader is asked with: as long as nobody knows all commands, all comments are read. */
  readonly asked: KnownComment;
  /** Node ids of known comments with commands. */
  readonly commands: readonly string[];
}

type Means = Pick<JobTools, "index" | "commands">;

export async function knownThread({ index, commands }: Means, thread: ThreadRef): Promise<KnownThread> {
  const known = await knownComment(index, thread);
  const standing = await commands.of(thread);
  return standing === "cold" || known.kind === "cold"
    ? { known, asked: { kind: "cold" }, commands: [] }
    : { known, asked: known, commands: standing };
}

/** The same for who has no use for our comment. */
export async function knownCommands({ commands }: Pick<Means, "commands">, thread: ThreadRef): Promise<KnownThread> {
  const none = { kind: "none" } as const;
  const standing = await commands.of(thread);
  return standing === "cold"
    ? { known: none, asked: { kind: "cold" }, commands: [] }
    : { known: none, asked: none, commands: standing };
}
