import { describe, expect, test } from "vitest";
import type { GivenUpJob, JobPlace } from "../../src/cli/given-up.ts";
import { reach, run } from "./run.ts";

const repository = { id: 70, owner: "ada", name: "engine" };

const counts = { waiting: 3, paused: 4, active: 1, backingOff: 0, delayed: 2, dead: 2 };

function letter(id: string, over: Partial<GivenUpJob> = {}): GivenUpJob {
  return {
    id: `${id}-0000-4000-8000-000000000000`,
    job: { kind: "reconcile-pull-request", installation: 7, repository, number: 12 },
    sentAt: "2026-03-02T12:00:00.000Z",
    givenUpAt: "2026-03-02T12:41:30.000Z",
    tries: 18,
    error: "GitHub answered 502",
    ...over,
  };
}

const first = letter("3f2a91c0");
const second = letter("3f2ab000", {
  job: { kind: "recheck-installation", installation: 8 },
  tries: 1,
  error: "\u001B[31mred\u001B[0m\nand \u202Eturned",
});

/** A place with these jobs, and what was asked of it. */
function placeWith(givenUp: readonly GivenUpJob[], over: Partial<JobPlace> = {}) {
  const asked: string[] = [];
  const place: JobPlace = {
    list: async () => ({ counts, givenUp }),
    replay: async (ids) => {
      asked.push(...ids);
      return { sent: givenUp.filter(({ id }) => ids.includes(id)), unreadable: [] };
    },
    works: "The running app works on them.",
    close: async () => void asked.push("closed"),
    ...over,
  };
  const jobs = (...args: readonly string[]) => run(["jobs", ...args], "", { ...reach, openJobs: async () => place });
  return { asked, jobs };
}

describe("outcome jobs", () => {
  test("lists what was given up on, with its error on one line, and how to go on", async () => {
    const { jobs, asked } = placeWith([first, second]);
    const { code, output, errors } = await jobs();
    expect([code, errors]).toEqual([0, ""]);
    expect(output).toBe(`3f2a91c0  2026-03-02 12:41 UTC  reconcile-pull-request ada/engine#12
          after 18 tries: GitHub answered 502
3f2ab000  2026-03-02 12:41 UTC  recheck-installation of installation 8
          after 1 try: [31mred [0m and turned

2 jobs were given up on. The others: 3 waiting, 4 paused, 1 running, 0 to be tried again, 2 for later.
All of one: outcome jobs show ID. Send again: outcome jobs replay ID, or --all.
`);
    expect(asked).toEqual(["closed"]);
    expect(await jobs("list")).toEqual({ code, output, errors });
  });

  test("says that there is nothing, where there is nothing", async () => {
    const { output } = await placeWith([]).jobs();
    expect(output).toBe(
      "No job was given up on. The others: 3 waiting, 4 paused, 1 running, 0 to be tried again, 2 for later.\n",
    );
  });

  test("gives programs one line of JSON for each", async () => {
    const { output } = await placeWith([first, second]).jobs("--json");
    expect(
      output
        .trimEnd()
        .split("\n")
        .map((line): unknown => JSON.parse(line)),
    ).toEqual([first, second]);
    expect((await placeWith([]).jobs("--json")).output).toBe("");
  });

  test("shows all of one by the first characters of its ID", async () => {
    const { output } = await placeWith([first, second]).jobs("show", "3F2A9");
    expect(output).toBe(`Job:          reconcile-pull-request ada/engine#12
ID:           3f2a91c0-0000-4000-8000-000000000000
Installation: 7
Sent:         2026-03-02 12:00 UTC
Given up on:  2026-03-02 12:41 UTC, after 18 tries
Last error:   GitHub answered 502
`);
  });

  test.each([
    { named: "number", job: { kind: "review-problem", installation: 7, repository, number: 3 }, as: "ada/engine#3" },
    { named: "repository", job: { kind: "sweep-repository", installation: 7, repository }, as: "ada/engine" },
    { named: "commit", job: { kind: "recheck-commit", repository, sha: "0123456789abc" }, as: "ada/engine@0123456" },
    { named: "nothing", job: { kind: "sweep" }, as: "sweep" },
    { named: "no kind", job: {}, as: "a job of an unknown kind" },
  ])("names a job that names $named", async ({ job, as }) => {
    expect((await placeWith([letter("3f2a91c0", { job })]).jobs()).output).toContain(`${as}\n`);
  });

  test("sends those again that are named, each once, and says who works on them", async () => {
    const { jobs, asked } = placeWith([first, second]);
    const { code, output, errors } = await jobs("replay", "3f2a91", first.id);
    expect([code, errors, asked]).toEqual([0, "", [first.id, "closed"]]);
    expect(output).toBe(
      "Sent again: reconcile-pull-request ada/engine#12\n1 job was sent again. The running app works on them.\n",
    );
  });

  test("sends all again when told to", async () => {
    const { jobs, asked } = placeWith([first, second]);
    const { output } = await jobs("replay", "--all", "--json");
    expect(asked).toEqual([first.id, second.id, "closed"]);
    expect(output.trimEnd().split("\n")).toHaveLength(2);
  });

  test("says by its exit code and in words that one could not be sent", async () => {
    const { jobs } = placeWith([first, second], { replay: async () => ({ sent: [], unreadable: [first] }) });
    const { code, output, errors } = await jobs("replay", "--all");
    expect(code).toBe(1);
    expect(output).toContain("0 jobs were sent again.");
    expect(errors).toBe(
      `${first.id} was written by another version of the app and cannot be sent by this one.\n1 job is no longer given up on.\n`,
    );
  });

  test.each([
    { args: ["show", "beef"], told: 'No job with the ID "beef" is given up on.' },
    { args: ["replay", "3f2a"], told: 'Several jobs have IDs that begin with "3f2a": write more of it.' },
  ])("fails in a sentence, and lets go of the store: $told", async ({ args, told }) => {
    const { jobs, asked } = placeWith([first, second]);
    await expect(jobs(...args)).rejects.toThrow(told);
    expect(asked).toEqual(["closed"]);
  });

  test.each([
    { args: ["replay"], told: "Name the jobs to send again by their IDs, or say --all." },
    { args: ["replay", "3f2a91", "--all"], told: "Name the jobs to send again by their IDs, or say --all." },
    { args: ["list", "--all"], told: "--all belongs to replay." },
    { args: ["show"], told: "Name one job to show by its ID; the list has them." },
    { args: ["show", "3f2a91", "3f2ab0"], told: "Name one job to show by its ID; the list has them." },
    { args: ["delete", "3f2a91"], told: 'There is no "delete 3f2a91" of jobs.' },
    { args: ["show", "3f"], told: "An ID needs at least 4 characters." },
  ])("says how it is written: $args", async ({ args, told }) => {
    const { code, output, errors } = await placeWith([first]).jobs(...args);
    expect([code, output]).toEqual([2, ""]);
    expect(errors).toContain(`${told}\nIt is written: outcome jobs `);
  });
});
