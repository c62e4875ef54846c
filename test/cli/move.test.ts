import { expect, test } from "vitest";
import type { MovedStore } from "../../src/cli/moved-store.ts";
import { reach, run } from "./run.ts";

const moved: MovedStore = {
  from: "/srv/outcome/data",
  to: "The PostgreSQL database db.example.org/outcome",
  tables: [
    { name: "pgboss.job", rows: 34 },
    { name: "outcome.deliveries", rows: 1204 },
    { name: "outcome.merge_groups", rows: 0 },
  ],
  counts: { waiting: 12, paused: 0, active: 0, backingOff: 3, delayed: 17, dead: 2 },
};

function reaching(asked: string[]) {
  return {
    ...reach,
    move: async (existing: "refuse" | "replace") => {
      asked.push(existing);
      return moved;
    },
  };
}

test("outcome move tells what is there now and what to do next", async () => {
  const asked: string[] = [];
  const { code, output } = await run(["move"], "", reaching(asked));
  expect([code, asked]).toEqual([0, ["refuse"]]);
  expect(output).toBe(`Moved from /srv/outcome/data:
         34  jobs
       1204  deliveries
          0  merge groups
The PostgreSQL database db.example.org/outcome has all of it. Its jobs: 12 waiting, 0 paused, 0 running, 3 to be tried again, 17 for later, 2 given up on.

Next: set DATABASE_URL for the app and start it. /srv/outcome/data is as it was and no longer used; remove it when all is
well, and do not start the app on it again.
`);
});

test("what is there already is replaced only when that is asked for", async () => {
  const asked: string[] = [];
  await run(["move", "--replace"], "", reaching(asked));
  expect(asked).toEqual(["replace"]);
});

test("it takes no other words", async () => {
  const asked: string[] = [];
  const { code, errors } = await run(["move", "postgres://ada:secret@db/outcome"], "", reaching(asked));
  expect([code, asked]).toEqual([2, []]);
  expect(errors).toContain("It is written: outcome move [--replace]");
});
