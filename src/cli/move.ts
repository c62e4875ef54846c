import { parseArgs } from "node:util";
import type { Command } from "./command.ts";
import { tellOthers } from "./given-up.ts";
import type { MovedStore } from "./moved-store.ts";

/** The way out of the embedded store, when one machine is not enough. */
export const move = {
  name: "move",
  summary:
    "Moves the store from the folder DATA_DIR into the PostgreSQL database DATABASE_URL, while the app is stopped.",
  usage: "move [--replace]",
  details: `Copies every job (also those that wait, are to be tried again, are for later or were given up on), every delivery and
the index from the folder DATA_DIR ("data") into the database DATABASE_URL, counts them there, and says what to do next.
It is one transaction: when it is interrupted, nothing is in the database, and it can be started again.
The folder stays as it is.

It refuses while the app runs on either, and where the database holds anything of the app already: with --replace that
is thrown away.`,
  async run(args, { output }, reach) {
    const { values } = parseArgs({ args: [...args], options: { replace: { type: "boolean", default: false } } });
    output.write(tellMoved(await reach.move(values.replace ? "replace" : "refuse")));
    return 0;
  },
} as const satisfies Command<"move">;

function tellMoved({ from, to, tables, counts }: MovedStore): string {
  const rows = tables.map(({ name, rows: count }) => `  ${String(count).padStart(9)}  ${nameTable(name)}\n`);
  return `Moved from ${from}:
${rows.join("")}${to} has all of it. Its jobs: ${tellOthers(counts)}, ${counts.dead} given up on.

Next: set DATABASE_URL for the app and start it. ${from} is as it was and no longer used; remove it when all is
well, and do not start the app on it again.
`;
}

function nameTable(table: string): string {
  return table === "pgboss.job" ? "jobs" : table.replace(/^outcome\./, "").replaceAll("_", " ");
}
