import type { CommandComment } from "../sources/ports.ts";

/** How many commands of one thread count. Everybody may write comments, and each person's role is asked for. */
const MOST_COMMANDS = 100;

/**
 * Oldest first; where there are too many, the newest of each person, in turns, and of people of the repository before
 * others. Nobody can crowd out what others said, however much they write: it takes as many accounts as there is room.
 */
export function chooseCommands(commands: readonly CommandComment[]): readonly CommandComment[] {
  if (commands.length <= MOST_COMMANDS) return commands.toSorted(oldestFirst);
  const turns = turnsOf(commands);
  const turnOf = (one: CommandComment) => turns.get(one.nodeId) ?? 0;
  const first = (a: CommandComment, b: CommandComment) =>
    Number(b.belongs) - Number(a.belongs) || turnOf(a) - turnOf(b) || oldestFirst(b, a);
  return commands.toSorted(first).slice(0, MOST_COMMANDS).toSorted(oldestFirst);
}

/** Of each comment, how many newer ones its author wrote. */
function turnsOf(commands: readonly CommandComment[]): ReadonlyMap<string, number> {
  const turns = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const { nodeId, author } of commands.toSorted((a, b) => oldestFirst(b, a))) {
    const login = author?.login.toLowerCase() ?? "";
    const newer = counts.get(login) ?? 0;
    turns.set(nodeId, newer);
    counts.set(login, newer + 1);
  }
  return turns;
}

function oldestFirst(a: CommandComment, b: CommandComment): number {
  return a.createdAt.getTime() - b.createdAt.getTime() || a.id - b.id;
}
