import { parseArgs } from "node:util";
import { type Command, type Streams, UsageError } from "./command.ts";
import { type GivenUpJob, type JobPlace, nameJob } from "./given-up.ts";
import { showList, showOne, tell, toLine } from "./show-jobs.ts";

/** Fewer characters of an id would be a guess. */
const SHORTEST_ID = 4;

/** What was given up on: the check says so on GitHub, and here it can be seen why and be tried again. */
export const jobs = {
  name: "jobs",
  summary: "Lists the jobs that were given up on, shows one, or sends them again. Works while the app runs, too.",
  usage: "jobs [list | show ID | replay ID... | replay --all] [--json]",
  details: `list          every job that was given up on, the newest first, with its last error; the same without "list"
show ID       all that is known of one
replay ID...  sends these jobs again, with all their tries, and takes them from the list
replay --all  sends all of them again

An ID may be shortened to its first characters, at least ${SHORTEST_ID}.
With --json each job is one line: {"id", "job", "sentAt", "givenUpAt", "tries", "error"}.

The jobs are those of DATABASE_URL, or else of the folder DATA_DIR ("data"), set as for the app. While the app has the
folder open, it is asked through the socket "operator.sock" there, which only the app's own user may use.
Nothing is made where no store is. Exit code: 1 when a job could not be sent again.`,
  async run(args, streams, reach) {
    const options = { json: { type: "boolean", default: false }, all: { type: "boolean", default: false } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const act = readAct(positionals, values.all);
    const place = await reach.openJobs();
    try {
      return await carryOut(act, { place, streams, form: values.json ? "json" : "text" });
    } finally {
      await place.close();
    }
  },
} as const satisfies Command<"jobs">;

type Act =
  | { readonly kind: "list" }
  | { readonly kind: "show"; readonly id: string }
  | { readonly kind: "replay"; readonly ids: readonly string[] | "all" };

function readAct([word = "list", ...ids]: readonly string[], all: boolean): Act {
  if (word === "replay") {
    if (all === ids.length > 0) throw new UsageError("Name the jobs to send again by their IDs, or say --all.");
    return { kind: "replay", ids: all ? "all" : ids };
  }
  if (all) throw new UsageError("--all belongs to replay.");
  const [id] = ids;
  if (word === "list" && id === undefined) return { kind: "list" };
  if (word === "show" && id !== undefined && ids.length === 1) return { kind: "show", id };
  if (word === "show") throw new UsageError("Name one job to show by its ID; the list has them.");
  throw new UsageError(`There is no ${JSON.stringify([word, ...ids].join(" "))} of jobs.`);
}

interface Doing {
  readonly place: JobPlace;
  readonly streams: Streams;
  readonly form: "json" | "text";
}

async function carryOut(act: Act, { place, streams, form }: Doing): Promise<number> {
  const list = await place.list();
  switch (act.kind) {
    case "list":
      streams.output.write(form === "json" ? list.givenUp.map(toLine).join("") : showList(list));
      return 0;
    case "show": {
      const letter = find(list.givenUp, act.id);
      streams.output.write(form === "json" ? toLine(letter) : showOne(letter));
      return 0;
    }
    case "replay": {
      const wanted = act.ids === "all" ? list.givenUp : act.ids.map((id) => find(list.givenUp, id));
      return replay(wanted, { place, streams, form });
    }
  }
}

async function replay(wanted: readonly GivenUpJob[], { place, streams, form }: Doing): Promise<number> {
  const ids = [...new Set(wanted.map(({ id }) => id))];
  const { sent, unreadable } = await place.replay(ids);
  for (const letter of sent) {
    streams.output.write(form === "json" ? toLine(letter) : `Sent again: ${nameJob(letter)}\n`);
  }
  for (const letter of unreadable) {
    streams.errors.write(`${letter.id} was written by another version of the app and cannot be sent by this one.\n`);
  }
  const gone = ids.length - sent.length - unreadable.length;
  // Somebody else sent them, or a later look did their work.
  if (gone > 0) streams.errors.write(`${tell(gone, "job is", "jobs are")} no longer given up on.\n`);
  if (form === "text")
    streams.output.write(`${tell(sent.length, "job was", "jobs were")} sent again. ${place.works}\n`);
  return unreadable.length > 0 ? 1 : 0;
}

function find(letters: readonly GivenUpJob[], id: string): GivenUpJob {
  if (id.length < SHORTEST_ID) throw new UsageError(`An ID needs at least ${SHORTEST_ID} characters.`);
  const [found, ...others] = letters.filter((letter) => letter.id.startsWith(id.toLowerCase()));
  if (found === undefined) throw new Error(`No job with the ID ${JSON.stringify(id)} is given up on.`);
  if (others.length > 0)
    throw new Error(`Several jobs have IDs that begin with ${JSON.stringify(id)}: write more of it.`);
  return found;
}
