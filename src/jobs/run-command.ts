import { loadConfig } from "../config/load.ts";
import type { LoadedConfig } from "../config/load.ts";
import { decideCommand, dependsOnRole, isAllowed } from "../core/commands/decide-command.ts";
import type { Decision, GivenCommand } from "../core/commands/decide-command.ts";
import { findCommand } from "../core/commands/index.ts";
import { parseCommand } from "../core/commands/parse-command.ts";
import type { Actor } from "../core/facts/actor.ts";
import { whyNotAProblem } from "../core/facts/find-problem.ts";
import type { ProblemPolicy } from "../core/facts/problem-policy.ts";
import { isReviewed } from "../core/facts/reviewed-issue.ts";
import { parseBody } from "../core/markdown/parse-body.ts";
import { isFromOurForm } from "../core/statements/our-form.ts";
import { policyFor } from "../core/verdict/require-from.ts";
import type { Job, JobOfKind } from "../queue/job.ts";
import { visibleLine } from "../sources/links/visible-line.ts";
import type {
  CommandComment,
  ConfigurationReading,
  IssueReading,
  RepositoryReading,
  ThreadReading,
} from "../sources/ports.ts";
import { answerCommand } from "./answer-command.ts";
import { mayAnswerSince } from "./answer-until.ts";
import type { AnsweredFor } from "./find-answered-home.ts";
import { findAnswered, isAnswer, wroteServed } from "./find-answered-home.ts";
import { isGiven, mayStand } from "./note-commands.ts";
import { settleOf } from "./settle-of.ts";
import { atHome, referenceOf, threadOf } from "./thread.ts";
import type { Connection, JobTools } from "./tools.ts";
import { assertReadable, Unanswered } from "./unreadable.ts";
import { waitsForLook } from "./wait-for-look.ts";

type RunCommand = JobOfKind["run-command"];

type Means = Pick<JobTools, "connect" | "commands" | "followUps" | "isGivenUp" | "looks" | "now" | "webUrl"> & {
  readonly index: Pick<JobTools["index"], "forgetThread">;
  readonly queue: Pick<JobTools["queue"], "send" | "sendLater">;
};

/**
 * Does what one comment asks for, once. The job says only which comment: what it says, whether it was edited and who
 * wrote it is read now. What stands from then on is in the comment itself, and read back at each look.
 */
export async function runCommand(asked: RunCommand, tools: Means): Promise<void> {
  // Delivered again, or once more under another id: nothing is asked of GitHub for it.
  if (await tools.commands.isAnswered(threadOf(asked), asked.comment)) return;
  const github = await tools.connect(asked.installation);
  const reading = await readThread(asked, github);
  if (reading === null) return tools.index.forgetThread(threadOf(asked));
  const job = atHome(asked, reading.repository);
  const comment = reading.thread.commandComments.find(({ nodeId }) => nodeId === job.comment);
  if (comment === undefined) return assertGone(job, github);
  const loaded = loadConfig(reading.configuration);
  assertReadable(loaded);
  if (loaded.kind === "absent" || reading.repository.archived || !isGiven(comment)) return;
  await run({ job, tools, github, reading, comment }, loaded);
}

interface Thread {
  readonly repository: RepositoryReading;
  readonly configuration: ConfigurationReading;
  readonly thread: ThreadReading;
  readonly author: Actor | null;
  readonly createdAt: Date;
  /** Of a merged pull request. */
  readonly mergedAt?: Date | null;
  /** Where it is one, with its parents, nearest first. */
  readonly issue?: IssueReading;
  readonly parents?: readonly IssueReading[];
}

/** By the one query of a look, for the one comment. */
async function readThread(job: RunCommand, { reader }: Connection): Promise<Thread | null> {
  const none = { kind: "none" } as const;
  if (job.on === "pull_request") return reader.readPullRequest(referenceOf(job), none, [job.comment]);
  const reading = await reader.readProblem(referenceOf(job), none, [job.comment]);
  return reading === null ? null : { ...reading, author: reading.issue.author, createdAt: reading.issue.createdAt };
}

/** GraphQL reads from copies that may lag behind the delivery: what REST still has is asked for again. */
async function assertGone({ repository, commentId }: RunCommand, { reader }: Connection): Promise<void> {
  if (await reader.hasComment(repository, commentId)) throw new Unanswered("GitHub does not show a new comment yet");
}

interface Given {
  readonly job: RunCommand;
  readonly tools: Means;
  readonly github: Connection;
  readonly reading: Thread;
  readonly comment: CommandComment;
}

type Usable = Exclude<LoadedConfig, { readonly kind: "absent" | "unreadable" }>;

async function run(given: Given, loaded: Usable) {
  const { job, tools, comment } = given;
  const first = await judge(given, loaded);
  const isDoubted = mayCountLater(first);
  if (isDoubted && (await waitsForLook(given))) return;
  // What it is about may have been looked at meanwhile.
  const { answered, decision } = isDoubted ? await judge(given, loaded) : first;
  const standing = decision?.standing ?? mayStand(comment, given);
  await tools.commands.note(threadOf(job), { nodeId: comment.nodeId, at: comment.createdAt, standing });
  if (decision?.look ?? true) await tools.queue.send([lookOf(job)], "fresh");
  if (answered?.home && standing) await tools.queue.send([settleOf(answered.home)], "fresh");
  if (decision !== null) await answerCommand(given, decision);
}

interface Judged {
  /** Null for a command that answers for nothing. */
  readonly answered: AnsweredFor | null;
  /** Null where nobody knows who may while the configuration is broken, and where nobody waits any more for what is old. */
  readonly decision: Decision | null;
}

/** An answer that is refused, or is for nothing that is known: below our label, where the store was lost. */
function mayCountLater({ answered, decision }: Judged): boolean {
  return answered !== null && decision !== null && (answered.home === null || decision.reaction === "confused");
}

async function judge(given: Given, loaded: Usable): Promise<Judged> {
  const { tools, comment } = given;
  if (loaded.kind === "invalid") return { answered: null, decision: null };
  const answered = await answeredBy(given, loaded);
  const isOld = comment.createdAt <= mayAnswerSince(tools);
  return { answered, decision: isOld ? null : await decide({ ...given, answered }, loaded) };
}

type Ok = LoadedConfig & { readonly kind: "ok" };

type GivenAt = Given & Pick<Judged, "answered">;

async function decide(at: GivenAt, loaded: Ok): Promise<Decision> {
  const { job, reading, comment, answered } = at;
  const login = comment.author?.login;
  if (login === undefined) throw new Error("only what somebody commands is decided");
  const isAuthor = reading.author?.kind === "user" && reading.author.login.toLowerCase() === login.toLowerCase();
  const policy = policyFor({ ...loaded.config, sources: loaded.sources }, reading.createdAt);
  const given = {
    command: commandIn(comment),
    thread: job.on,
    giver: { role: "unread", isAuthor, serves: isAuthor && (reading.mergedAt ?? null) !== null },
    policy,
    place: { repository: job.repository, webUrl: at.tools.webUrl },
    reviewed: reading.issue === undefined || callsItselfProblem(reading.issue, policy.problems),
    belowProblem: isBelowProblem(reading, policy.problems),
    followedUp: answered?.followedUp ?? true,
    ended: answered?.ended ?? null,
  } as const;
  return dependsOnRole(given) ? decideByRole(given, at, login) : decideCommand(given);
}

/** Whether merged work is theirs is asked only of those whose role is not enough. */
async function decideByRole(given: GivenCommand, at: GivenAt, login: string): Promise<Decision> {
  const { job, github, answered, tools } = at;
  const role = await github.reader.readRole(job.repository, login);
  const byRole = { ...given, giver: { ...given.giver, role } };
  if (answered === null || isAllowed(byRole)) return decideKnown(byRole);
  const { home, mayBeUnknown } = answered;
  const { reader } = github;
  if (home !== null && (await wroteServed(home, { login, followUps: tools.followUps, reader }))) {
    return decideCommand({ ...byRole, giver: { ...byRole.giver, serves: true } });
  }
  if (mayBeUnknown) throw new Unanswered("which merged work is followed up has not been read back yet");
  return decideKnown(byRole);
}

function decideKnown(given: GivenCommand): Decision {
  if (given.giver.role === "unknown") throw new Unanswered("GitHub did not answer for the role of who commands");
  return decideCommand(given);
}

function commandIn({ body }: CommandComment): GivenCommand["command"] {
  const command = parseCommand(body);
  if (command.kind === "none") throw new Error("only what somebody commands is decided");
  return command;
}

async function answeredBy({ job, tools, reading, comment }: Given, { config }: Ok): Promise<AnsweredFor | null> {
  const command = commandIn(comment);
  if (command.kind === "mistyped" || !isAnswer(findCommand(command.name))) return null;
  return findAnswered({ job, tools, labels: config.labels, thread: reading.thread });
}

function callsItselfProblem({ labels, type, body }: IssueReading, policy: ProblemPolicy): boolean {
  return isReviewed({ labels, type, fromOurForm: isFromOurForm(parseBody(body)) }, policy);
}

/** Of parents that not everybody sees nothing is told, also not whether they are problems. */
function isBelowProblem({ repository, parents = [] }: Thread, policy: ProblemPolicy): boolean {
  const scope = { repository, policy };
  return policy.parents && visibleLine(parents, repository).some((parent) => whyNotAProblem(parent, scope) === null);
}

function lookOf({ on, installation, repository, number }: RunCommand): Job {
  const kind = on === "problem" ? "review-problem" : "reconcile-pull-request";
  return { kind, installation, repository, number };
}
