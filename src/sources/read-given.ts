import type { Actor, KnownRole } from "../core/facts/actor.ts";
import type { Facts } from "../core/facts/facts.ts";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { CommandPlace, Statement } from "../core/commands/command.ts";
import type { GivenStatement } from "../core/commands/fold-said.ts";
import { findCommand } from "../core/commands/index.ts";
import type { CommandName } from "../core/commands/index.ts";
import { parseCommand } from "../core/commands/parse-command.ts";
import type { CommandPolicy } from "../core/commands/permit.ts";
import { mayGive, needsRole } from "../core/commands/permit.ts";
import type { CommandComment, GitHubReader } from "./ports.ts";

/** A thread with the comments on it that may hold commands. */
export interface SpokenThread {
  readonly kind: Facts["kind"];
  readonly repository: RepositoryName;
  readonly author: Actor | null;
  readonly mergedAt: Date | null;
  readonly comments: readonly CommandComment[];
  /** Who wrote the merged work that is followed up there, whatever their role. */
  readonly servers?: readonly Actor[];
}

export interface SaidMeans extends Pick<CommandPlace, "webUrl"> {
  readonly github: Pick<GitHubReader, "readRole">;
  readonly policy: CommandPolicy;
}

/**
 * People whose roles are read at one look: the repository's own before others, and those who spoke last. Anybody may write
 * a command on a public repository, and each stranger who does would cost a request at every look; the commands of those
 * beyond do not count.
 */
const mostPeople = 20;

/** Statements of one kind, oldest first, as far as they may count. No request where there are none. */
export async function readGiven<Kind extends Statement>(
  thread: SpokenThread,
  means: SaidMeans,
  hears: (statement: Statement) => statement is Kind,
): Promise<readonly Weighed<Kind>[]> {
  const read = oldestFirst(thread.comments).flatMap((comment) => readSpoken(comment, thread, { means, hears }));
  const spoken = read.map((one, at) => ({ ...one, contested: isContested(one, read.slice(0, at), thread) }));
  const roles = await readRoles(spoken, thread, means);
  return spoken.flatMap((one) => weigh(one, roles.get(one.by.login.toLowerCase()) ?? "unread", means));
}

/**
 * Anybody may open a problem, and other people's checks may require what is said on it: there an author adds to what
 * others believe, but takes its place only with a role of their own.
 */
function isContested(
  { isAuthor }: Pick<Spoken, "isAuthor">,
  before: readonly Pick<Spoken, "isAuthor">[],
  { kind }: SpokenThread,
): boolean {
  return kind === "problem" && isAuthor && before.some((other) => !other.isAuthor);
}

export interface Weighed<Kind extends Statement> extends GivenStatement<Kind> {
  /** To whatever others said. */
  readonly yields: boolean;
}

function weigh<Kind extends Statement>(
  one: Asked<Kind>,
  role: KnownRole,
  { policy }: SaidMeans,
): readonly Weighed<Kind>[] {
  const { name, statement, by, at, isAuthor, serves } = one;
  const byRole = mayGive(findCommand(name), { role, isAuthor: isAuthor && !one.contested, serves }, policy);
  const may = byRole === "no" ? mayGive(findCommand(name), { role, isAuthor, serves }, policy) : byRole;
  return may === "no" ? [] : [{ statement, by, at, role, may, yields: byRole === "no" }];
}

/** By the order of their ids where two were written in one second. */
function oldestFirst(comments: readonly CommandComment[]): readonly CommandComment[] {
  return comments.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.id - b.id);
}

interface Spoken<Kind extends Statement = Statement> {
  readonly name: CommandName;
  readonly statement: Kind;
  readonly by: Actor;
  readonly at: Date;
  readonly isAuthor: boolean;
  readonly serves: boolean;
  readonly belongs: boolean;
}

interface Asked<Kind extends Statement = Statement> extends Spoken<Kind> {
  /** Whether having opened the thread is not enough. */
  readonly contested: boolean;
}

interface Hearing<Kind extends Statement> {
  readonly means: SaidMeans;
  readonly hears: (statement: Statement) => statement is Kind;
}

/** The statement of one comment, if it could count: neither bots nor deleted accounts command, and no comment that was edited or hidden does. */
function readSpoken<Kind extends Statement>(
  comment: CommandComment,
  thread: SpokenThread,
  { means: { webUrl }, hears }: Hearing<Kind>,
): readonly Spoken<Kind>[] {
  const { author: by, edited, hidden, body } = comment;
  if (by?.kind !== "user" || edited || hidden) return [];
  const parsed = parseCommand(body);
  const command = parsed.kind === "command" ? findCommand(parsed.name) : null;
  if (parsed.kind !== "command" || command?.on.includes(thread.kind) !== true) return [];
  const reading = command.read(parsed.argument, { repository: thread.repository, webUrl });
  if (reading.kind !== "statement" || isTooLate(reading.statement, comment, thread)) return [];
  const { statement } = reading;
  if (!hears(statement)) return [];
  const isAuthor = isSame(by, thread.author);
  const serves = thread.servers?.some((server) => isSame(by, server)) === true;
  const { createdAt: at, belongs } = comment;
  return [{ name: parsed.name, statement, by, at, isAuthor, serves, belongs }];
}

/** What was believed at the merge is not changed by what is believed afterwards. */
function isTooLate(statement: Statement, { createdAt }: CommandComment, { mergedAt }: SpokenThread): boolean {
  return statement.kind === "hypothesis" && mergedAt !== null && createdAt > mergedAt;
}

function isSame(by: Actor, author: Actor | null): boolean {
  return author?.kind === "user" && author.login.toLowerCase() === by.login.toLowerCase();
}

/** Each person's once, and only of those whose role decides. */
async function readRoles(
  spoken: readonly Asked[],
  { repository }: SpokenThread,
  { github, policy }: SaidMeans,
): Promise<ReadonlyMap<string, KnownRole>> {
  const deciding = spoken.filter(({ name, isAuthor, serves, contested }) =>
    needsRole(findCommand(name), { isAuthor: isAuthor && !contested, serves }, policy),
  );
  const newestFirst = deciding.toReversed().toSorted((a, b) => Number(b.belongs) - Number(a.belongs));
  const people = new Set(newestFirst.map(({ by }) => by.login.toLowerCase()));
  const asked = [...people].slice(0, mostPeople);
  const roles = await Promise.all(asked.map((login) => github.readRole(repository, login)));
  return new Map(asked.map((login, index) => [login, roles[index] ?? "unread"]));
}
