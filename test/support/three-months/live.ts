import type { Database } from "../../../src/queue/database.ts";
import type { Story } from "../start-story.ts";
import { emptyStore } from "../store.ts";
import type { BoardLists } from "./board-lists.ts";
import { boardOf, listsOf } from "./board-lists.ts";
import { boards } from "./calendar.ts";
import type { Cast } from "./cast.ts";
import { castOf } from "./cast.ts";
import { absences, diary } from "./diary.ts";
import type { Written } from "./witness.ts";
import { openWitness } from "./witness.ts";

export interface Lived {
  readonly cast: Cast;
  readonly written: readonly Written[];
  /** What the board listed at each time of the table. */
  readonly boards: readonly (BoardLists & { readonly at: string })[];
  readonly boardBody: string;
  /** Requests that wrote to GitHub, by operation. */
  readonly writes: ReadonlyMap<string, number>;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** In `Europe/Berlin` the slot is at nine or eight in UTC: the clock stops after both, so that one an hour off is seen. */
const firstTuesday = new Date("2026-03-03T00:00Z");
const watched = ["08:01", "09:01"];

/** Three months in the life of one repository, day by day. `database`: a store that outlives the app. */
export async function liveThreeMonths(story: Story, database: Database): Promise<Lived> {
  const cast = castOf(story, openRepository(story));
  const witness = openWitness(story);
  const boardsSeen: (BoardLists & { at: string })[] = [];
  const waitUntil = async (at: Date) => {
    const minutes = (at.getTime() - story.now().getTime()) / minute;
    if (minutes > 0) await story.later(minutes);
    witness.look();
  };
  for (const { at, happens } of stops({
    cast,
    database,
    noteBoard: (given) => boardsSeen.push({ ...listsOf(cast), at: given }),
  })) {
    await waitUntil(at);
    if (happens === undefined) continue;
    await happens();
    await story.settle();
    witness.look();
  }
  const operations = story.github.requests.of("write").map(({ operation }) => operation);
  const writes = new Map(
    [...new Set(operations)].map((one) => [one, operations.filter((each) => each === one).length]),
  );
  return { cast, written: witness.written(), boards: boardsSeen, boardBody: boardOf(cast)?.body ?? "", writes };
}

function openRepository({ people }: Story) {
  people.createOrganization({ login: "acme", members: ["ada"] });
  people.createRepository({ name: "acme/ideas" });
  const files = { "README.md": "# shop\n", ".github/outcome.yml": "follow_up:\n  time_zone: Europe/Berlin\n" };
  const repository = people.createRepository({ name: "acme/shop", files });
  people.setRole({ repository, user: "ada", role: "write" });
  people.install({ account: "acme", by: "ada" });
  return repository;
}

interface Means {
  readonly cast: Cast;
  readonly database: Database;
  readonly noteBoard: (at: string) => void;
}

interface Stop {
  readonly at: Date;
  readonly happens?: () => Promise<void> | void;
}

/** Everything at which the clock stops, in order of time. */
function stops({ cast, database, noteBoard }: Means): readonly Stop[] {
  const end = new Date(boards.at(-1)?.at ?? 0);
  const weeks = Math.ceil((end.getTime() - firstTuesday.getTime()) / (7 * day));
  const slots = Array.from({ length: weeks }, (_, week) => new Date(firstTuesday.getTime() + week * 7 * day));
  const looks = slots.flatMap((tuesday) =>
    watched.map((time): Stop => ({ at: new Date(`${tuesday.toISOString().slice(0, 10)}T${time}Z`) })),
  );
  const away = absences.map(({ at, minutes, store, happens }) => ({
    at: new Date(at),
    happens: async () => {
      const meanwhile = async () => {
        happens(cast);
        if (store === "deleted") await emptyStore(database);
      };
      await cast.story.away(minutes, meanwhile);
      // Its first looks are seconds after its start; what it finds then is looked at in waves of a minute.
      for (let passed = 0; passed < 5; passed += 1) await cast.story.later(1);
    },
  }));
  const acts = diary.map(({ at, happens }) => ({ at: new Date(at), happens: () => happens(cast) }));
  const notes = boards.map(({ at }) => ({ at: new Date(at), happens: () => noteBoard(at) }));
  return [...looks, ...away, ...acts, ...notes].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}
