import type { MemberReading, MergeGroupReading } from "../sources/ports.ts";
import { knownCommands, withoutRefused } from "./known-thread.ts";
import type { KnownThread } from "./known-thread.ts";
import type { GroupLook } from "./merge-group.ts";

/** The pull requests of a merge group, with what is commanded there. */
export async function readMembers(
  look: GroupLook,
  group: MergeGroupReading,
  numbers: readonly number[],
): Promise<readonly MemberReading[]> {
  const threads = await threadsOf(look, numbers);
  const commands = [...threads].map(([number, thread]) => [number, askedOf(thread)] as const);
  const members = await look.github.reader.readMembers(group, new Map(commands));
  return members.map(({ number, reading }) => {
    const thread = threads.get(number);
    return { number, reading: reading === null || thread === undefined ? reading : withoutRefused(reading, thread) };
  });
}

async function threadsOf({ job, tools }: GroupLook, numbers: readonly number[]) {
  const { installation, repository } = job;
  const { id: repositoryId, owner, name } = repository;
  const known = numbers.map(async (number) => {
    return [number, await knownCommands(tools, { installation, repositoryId, owner, name, number })] as const;
  });
  return new Map(await Promise.all(known));
}

function askedOf({ asked, commands }: KnownThread): readonly string[] | "cold" {
  return asked.kind === "cold" ? "cold" : commands;
}
