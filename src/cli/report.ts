import { parseArgs } from "node:util";
import { parseRepositoryName } from "../core/facts/repository-name.ts";
import type { BoardFacts } from "../core/report/board/board-facts.ts";
import { renderReport } from "../core/report/board/render-report.ts";
import { toCsv } from "../core/report/board/report-csv.ts";
import { toReport } from "../core/report/board/report-json.ts";
import { type Command, UsageError } from "./command.ts";
import { toBoardFacts } from "./noted-report.ts";
import { tell } from "./show-jobs.ts";

/** The board at its full length, for people and for programs. */
export const report = {
  name: "report",
  summary:
    "Writes what a repository's changes were believed to do, and what became of it. Works while the app runs, too.",
  usage: "report OWNER/REPO [--format markdown|json|csv]",
  details: `markdown  what the board shows, without leaving anything out; the same where no format is given
json      {"version": 1, "repository", "at", "follow_ups", "problems", "declined", "opt_outs"}
csv       one line for each follow-up (RFC 4180): a problem that was worked on three times has three. Text that a
          spreadsheet would take for a formula has an apostrophe before it

It names nobody. Of a public repository, readings of metrics that are not public are left out.

What is known stands in the store of DATABASE_URL, or else of the folder DATA_DIR ("data"), set as for the app. While the
app has the folder open, it is asked through the socket "operator.sock" there, which only the app's own user may use.
Problems and what was declined are as the app saw them when it last looked at the board.`,
  async run(args, streams, reach) {
    const options = { format: { type: "string", default: "markdown" } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const write = formats.get(values.format);
    if (write === undefined) throw new UsageError(`There is no format ${JSON.stringify(values.format)}.`);
    const [text, ...others] = positionals;
    const repository = text === undefined ? null : parseRepositoryName(text);
    if (repository === null || others.length > 0) throw new UsageError("Name one repository: OWNER/REPO.");
    const place = await reach.openReports();
    try {
      const noted = await place.read(repository);
      if (noted === null) throw new Error(`The store knows no repository ${repository.owner}/${repository.name}.`);
      const facts = toBoardFacts(noted, reach.now());
      if (facts.unread > 0) {
        streams.errors.write(`${tell(facts.unread, "follow-up was", "follow-ups were")} noted by another version.\n`);
      }
      streams.output.write(write(facts));
      return 0;
    } finally {
      await place.close();
    }
  },
} as const satisfies Command<"report">;

const formats: ReadonlyMap<string, (facts: BoardFacts) => string> = new Map([
  ["markdown", renderReport],
  ["json", (facts) => `${JSON.stringify(toReport(facts), null, 2)}\n`],
  ["csv", (facts) => toCsv(toReport(facts))],
]);
