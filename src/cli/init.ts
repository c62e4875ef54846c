import { parseArgs } from "node:util";
import type { Command } from "./command.ts";
import { UsageError } from "./command.ts";
import { chooseOverwritten } from "./init/choose-overwritten.ts";
import { findWorkingCopy } from "./init/find-working-copy.ts";
import { newFiles } from "./init/new-files.ts";
import { planFile } from "./init/plan-file.ts";
import type { PlannedFile } from "./init/plan-file.ts";
import { tellDone, tellNext, tellPlanned } from "./init/tell-files.ts";
import { writeWhole } from "./init/write-whole.ts";

/** The first three files of a repository that takes part. They are its team's from then on. */
export const init = {
  name: "init",
  summary: "Writes a configuration, an issue form for user problems and a pull request template into a working copy.",
  usage: "init [FOLDER] [--dry-run] [--overwrite] [--force]",
  details: `Writes into FOLDER, the current folder if none is named, which must be the top of a Git working copy:
  .github/outcome.yml                       the configuration, with its first keys explained
  .github/ISSUE_TEMPLATE/user-problem.yml   an issue form, "User problem"
  .github/pull_request_template.md          three lines

Nothing that is there is written over without a yes: at a terminal it is asked for, file by file; elsewhere the file is
left alone, which is told, and the exit code is 1. A pull request template in another of GitHub's places (the top folder,
docs, PULL_REQUEST_TEMPLATE, in whatever case), an issue form of the same name and outcome.yaml are respected.
Everything is looked at before anything is written, no symbolic link is followed, and nothing is committed.

--dry-run    prints what would be written and writes nothing
--overwrite  says yes for all files
--force      writes into a folder that is no working copy, too`,
  async run(args, streams) {
    const flag = { type: "boolean", default: false } as const;
    const options = { "dry-run": flag, overwrite: flag, force: flag };
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [folder = ".", ...others] = positionals;
    if (others.length > 0) throw new UsageError("Name one folder.");
    const root = findWorkingCopy(folder, values.force ? "any-folder" : "working-copy");
    const planned = newFiles.map((file) => planFile(root, file));
    if (values["dry-run"]) {
      streams.output.write(tellPlanned(planned, values.overwrite ? "overwrite" : "ask"));
      return 0;
    }
    const chosen = await chooseOverwritten(planned, values.overwrite ? "overwrite" : "ask", streams);
    await writeFiles(root, planned, chosen.paths);
    streams.output.write(tellDone(planned, chosen.paths));
    streams.output.write(tellNext(planned, chosen.paths));
    return chosen.unasked.length > 0 ? 1 : 0;
  },
} as const satisfies Command<"init">;

async function writeFiles(root: string, planned: readonly PlannedFile[], overwritten: ReadonlySet<string>) {
  for (const file of planned) {
    if (file.kind === "new") await writeWhole(root, file, "must-not-be-there");
    if (file.kind === "other" && overwritten.has(file.path)) await writeWhole(root, file, "may-be-there");
  }
}
