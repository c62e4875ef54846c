import { loadConfig } from "../config/load.ts";
import { isReviewed } from "../core/facts/reviewed-issue.ts";
import { desireProblem } from "../core/plan/desire-problem.ts";
import { settled } from "../core/plan/desired.ts";
import { evaluateProblem } from "../core/verdict/evaluate.ts";
import type { JobOfKind } from "../queue/job.ts";
import { gatherProblem } from "../sources/gather.ts";
import { knownThread, withoutRefused } from "./known-thread.ts";
import { noteCommands } from "./note-commands.ts";
import { noteProblem } from "./note-problem.ts";
import { settleHomeOf } from "./settle-home-of.ts";
import { makeTrue } from "./make-true.ts";
import { atHome, referenceOf, threadOf } from "./thread.ts";
import type { JobTools } from "./tools.ts";
import { assertReadable } from "./unreadable.ts";
import { waitLonger } from "./wait-longer.ts";

/** Looks at one issue once: a problem without a statement or evidence is asked for it, any other issue is left in peace. */
export async function reviewProblem(asked: JobOfKind["review-problem"], tools: JobTools): Promise<void> {
  const began = tools.now();
  const github = await tools.connect(asked.installation);
  const thread = await knownThread(tools, threadOf(asked));
  const found = await github.reader.readProblem(referenceOf(asked), thread.asked, thread.commands);
  if (found === null) return tools.index.forgetThread(threadOf(asked));
  const reading = withoutRefused(found, thread);
  const job = atHome(asked, reading.repository);
  const loaded = loadConfig(reading.configuration);
  assertReadable(loaded);
  // The check of each pull request tells of a broken configuration; an issue has no place for it.
  if (loaded.kind !== "ok" || reading.repository.archived) return;
  await settleHomeOf(job, tools);
  const { known } = thread;
  await noteCommands({ job, tools, thread, reading });
  const { config, sources, configuredAt } = loaded;
  const around = { github: github.reader, known, now: tools.now(), configuredAt, webUrl: tools.webUrl };
  const { facts, observed } = await gatherProblem(reading, config, around);
  await noteProblem(tools.problems, { thread: threadOf(job), reading, facts, began }, config.problems);
  const settings = { ...config, sources };
  const wanted = isReviewed(facts.issue, config.problems)
    ? desireProblem(facts, evaluateProblem(facts, settings), settings)
    : settled;
  const { desired, silentSince } = await waitLonger({ job, tools }, wanted);
  await makeTrue({ job, tools, github, known, observed, desired });
  await tools.looks.note(threadOf(job), { at: began, silentSince, isOpen: facts.issue.state === "open" });
}
