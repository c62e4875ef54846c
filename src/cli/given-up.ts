import { z } from "zod";

/** A job that was given up on. What runs may be of another version, so it is read with care. */
const letterSchema = z.object({
  id: z.string(),
  job: z.record(z.string(), z.unknown()),
  sentAt: z.iso.datetime(),
  givenUpAt: z.iso.datetime(),
  tries: z.int(),
  error: z.string(),
});
export type GivenUpJob = z.infer<typeof letterSchema>;

const count = z.int();

export const listSchema = z.object({
  counts: z.object({
    waiting: count,
    paused: count,
    active: count,
    backingOff: count,
    delayed: count,
    dead: count,
  }),
  givenUp: z.array(letterSchema).readonly(),
});
export type JobList = z.infer<typeof listSchema>;

export const replaySchema = z.object({
  sent: z.array(letterSchema).readonly(),
  unreadable: z.array(letterSchema).readonly(),
});
export type ReplayedJobs = z.infer<typeof replaySchema>;

/** How many jobs there are besides those that were given up on, in words. */
export function tellOthers({ waiting, paused, active, backingOff, delayed }: JobList["counts"]): string {
  return `${waiting} waiting, ${paused} paused, ${active} running, ${backingOff} to be tried again, ${delayed} for later`;
}

/** Where jobs are: a store, or the running app that has it open. */
export interface JobPlace {
  readonly list: () => Promise<JobList>;
  /** Sends these jobs afresh and takes them from the list. */
  readonly replay: (ids: readonly string[]) => Promise<ReplayedJobs>;
  /** In words: who works on what is sent again, and when. */
  readonly works: string;
  readonly close: () => Promise<void>;
}

const place = z.object({ owner: z.string(), name: z.string() });

/** What the job is about, as people name it. */
export function nameJob({ job }: GivenUpJob): string {
  const kind = typeof job["kind"] === "string" ? job["kind"] : "a job of an unknown kind";
  return plain([kind, about(job)].filter((part) => part !== "").join(" "));
}

function about(job: GivenUpJob["job"]): string {
  const repository = place.safeParse(job["repository"]);
  const { installation, number, sha } = job;
  if (!repository.success) return typeof installation === "number" ? `of installation ${installation}` : "";
  const name = `${repository.data.owner}/${repository.data.name}`;
  if (typeof number === "number") return `${name}#${number}`;
  return typeof sha === "string" ? `${name}@${sha.slice(0, 7)}` : name;
}

/** On one line, and without what would steer a terminal or turn the direction of writing: errors quote strangers. */
export function plain(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ")
    .replaceAll(/ {2,}/g, " ")
    .trim();
}
