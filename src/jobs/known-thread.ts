import type { BeforeReading } from "../queue/known-commands.ts";
import type { ThreadRef } from "../queue/thread-index.ts";
import type { KnownComment, ThreadReading } from "../sources/ports.ts";
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
  /** Where all comments are read. */
  readonly before: BeforeReading;
}

const nothing: BeforeReading = { refused: [], doubts: 0 };

type Means = Pick<JobTools, "index" | "commands">;

export async function knownThread({ index, commands }: Means, thread: ThreadRef): Promise<KnownThread> {
  const known = await knownComment(index, thread);
  const standing = await commands.of(thread);
  return standing === "cold" || known.kind === "cold"
    ? { known, asked: { kind: "cold" }, commands: [], before: await commands.beforeReading(thread) }
    : { known, asked: known, commands: standing, before: nothing };
}

/** The same for who has no use for our comment. */
export async function knownCommands({ commands }: Pick<Means, "commands">, thread: ThreadRef): Promise<KnownThread> {
  const none = { kind: "none" } as const;
  const standing = await commands.of(thread);
  return standing === "cold"
    ? { known: none, asked: { kind: "cold" }, commands: [], before: await commands.beforeReading(thread) }
    : { known: none, asked: none, commands: standing, before: nothing };
}

/** Without what was refused when it was said: read anew, it would count once, and at the next look no more. */
export function withoutRefused<Reading extends { readonly thread: ThreadReading }>(
  reading: Reading,
  { before }: Pick<KnownThread, "before">,
): Reading {
  if (before.refused.length === 0) return reading;
  const refused = new Set(before.refused);
  const commandComments = reading.thread.commandComments.filter(({ nodeId }) => !refused.has(nodeId));
  return { ...reading, thread: { ...reading.thread, commandComments } };
}
