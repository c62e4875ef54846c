import { describe, expect, test } from "vitest";
import { jobKey, readJob } from "../../src/queue/job.ts";
import type { Job } from "../../src/queue/job.ts";

const repository = { id: 70, owner: "ada", name: "engine" };
const one: Job = { kind: "reconcile-pull-request", installation: 7, repository, number: 1 };

describe("the key of a job", () => {
  test("stays when owner and repository are renamed", () => {
    const renamed = { ...one, repository: { id: 70, owner: "lovelace", name: "difference-engine" } };
    expect(jobKey(renamed)).toBe(jobKey(one));
  });

  test("does not depend on the order in which the fields were written", () => {
    expect(jobKey({ number: 1, repository, installation: 7, kind: "reconcile-pull-request" })).toBe(jobKey(one));
  });

  const others: readonly (readonly [string, Job])[] = [
    ["another kind", { ...one, kind: "review-problem" }],
    ["another number", { ...one, number: 11 }],
    ["another repository", { ...one, repository: { ...repository, id: 71 } }],
    ["another installation", { ...one, installation: 8 }],
    ["the whole repository", { kind: "recheck-repository", installation: 7, repository }],
    ["the whole installation", { kind: "recheck-installation", installation: 7 }],
    ["a commit", { kind: "recheck-commit", installation: 7, repository, sha: "abc" }],
  ];
  test.each(others)("differs for %s", (_, other) => {
    expect(jobKey(other)).not.toBe(jobKey(one));
  });

  test("tells one in a hurry from one that may take its time", () => {
    const whole = { kind: "recheck-repository", installation: 7, repository } as const;
    expect(jobKey({ ...whole, pace: "at-once" })).not.toBe(jobKey(whole));
    expect(jobKey({ ...whole, pace: undefined })).toBe(jobKey(whole));
  });

  test("tells two commits apart", () => {
    const commit = { kind: "recheck-commit", installation: 7, repository } as const;
    expect(jobKey({ ...commit, sha: "abc" })).not.toBe(jobKey({ ...commit, sha: "abd" }));
  });
});

describe("reading a job back", () => {
  test("gives the job that was stored", () => {
    expect(readJob(JSON.parse(JSON.stringify(one)))).toEqual({ kind: "job", job: one });
  });

  test.each([
    ["nothing", null],
    ["text", "reconcile"],
    ["a kind that no longer exists", { ...one, kind: "make-coffee" }],
    ["a field that is missing", { kind: "reconcile-pull-request", installation: 7, repository }],
    ["a field of another type", { ...one, number: "1" }],
  ])("answers for %s with what was found, and does not throw", (_, stored) => {
    const read = readJob(stored);
    expect(read).toMatchObject({ kind: "unreadable", why: expect.stringContaining(JSON.stringify(stored)) });
  });
});
