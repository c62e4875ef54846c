import { loadConfig } from "../config/load.ts";
import { findCommand } from "../core/commands/index.ts";
import type { CommandPolicy } from "../core/commands/permit.ts";
import { mayGive, needsRole } from "../core/commands/permit.ts";
import type { Job, JobOfKind } from "../queue/job.ts";
import { atHome, knownRepository } from "./thread.ts";
import type { Connection, JobTools } from "./tools.ts";
import { assertReadable, Unanswered } from "./unreadable.ts";

type PressRecheck = JobOfKind["press-recheck"];

/** How many pull requests of one commit are asked whose they are. */
const MOST_READ = 5;

/**
 * Somebody pressed the check's button: a check again for whoever may ask for one by a comment. GitHub shows the button to
 * people with write access (probot/wip#102), but nothing says that nobody else can press it.
 */
export async function pressRecheck(asked: PressRecheck, tools: JobTools): Promise<void> {
  const { reader } = await tools.connect(asked.installation);
  const reading = await reader.readConfiguration(knownRepository(asked));
  if (reading === null) return;
  const job = atHome(asked, reading.repository);
  const loaded = loadConfig(reading);
  assertReadable(loaded);
  // Where nothing is configured, or nobody knows what, a look says so; it gives nothing away.
  const may = loaded.kind !== "ok" || (await mayPress(job, reader, loaded.config));
  if (may) await tools.queue.send([again(job)], "fresh");
}

async function mayPress(job: PressRecheck, reader: Connection["reader"], policy: CommandPolicy): Promise<boolean> {
  const check = findCommand("check");
  const nobody = { role: "unread", isAuthor: false } as const;
  if (!needsRole(check, { isAuthor: false }, policy)) return mayGive(check, nobody, policy) === "yes";
  const role = await reader.readRole(job.repository, job.login);
  const may = mayGive(check, { role, isAuthor: false }, policy);
  if (may === "yes" || (await isAuthor(job, reader))) return true;
  if (may === "unknown") throw new Unanswered("GitHub did not answer for the role of who pressed the button");
  return false;
}

async function isAuthor({ repository, sha, login }: PressRecheck, reader: Connection["reader"]): Promise<boolean> {
  const numbers = await reader.listPullRequestsOfCommit(repository, sha);
  for (const number of numbers.slice(0, MOST_READ)) {
    const { owner, name } = repository;
    const head = await reader.readHead({ owner, name, number });
    if (head?.author?.kind === "user" && head.author.login === login) return true;
  }
  return false;
}

function again({ installation, repository, sha, ref }: PressRecheck): Job {
  return ref === undefined
    ? { kind: "recheck-commit", installation, repository, sha }
    : { kind: "judge-merge-group", installation, repository, sha, ref };
}
