import { z } from "zod";
import { readSummary } from "../core/follow-up/summary.ts";
import { seenIn } from "../core/follow-up/seen-in.ts";
import type { BoardFacts } from "../core/report/board/board-facts.ts";
import { readTold } from "../core/report/board/told.ts";
import type { RepositoryName } from "../core/facts/reference.ts";

/** What a store knows of a repository. What runs may be of another version, so it is read with care. */
export const notedSchema = z
  .object({
    owner: z.string(),
    name: z.string(),
    summaries: z.array(z.unknown()).readonly(),
    told: z.unknown(),
    optOuts: z.array(z.object({ number: z.int(), reason: z.string(), at: z.coerce.date() })).readonly(),
  })
  .nullable();
export type NotedReport = z.output<typeof notedSchema>;

/** Where reports are read from: a store, or the running app that has it open. */
export interface ReportPlace {
  /** Null: the store knows no such repository. */
  readonly read: (repository: RepositoryName) => Promise<NotedReport>;
  readonly close: () => Promise<void>;
}

/** What another version noted is left out; `unread` is of how many follow-ups. */
export function toBoardFacts(noted: NonNullable<NotedReport>, now: Date): BoardFacts & { readonly unread: number } {
  const { owner, name, optOuts } = noted;
  const summaries = noted.summaries.flatMap((one) => readSummary(one) ?? []);
  const told = readTold(noted.told) ?? nothingTold;
  const { webUrl, timeZone, title, problems, declined, visibility } = told;
  const seen = summaries.map((summary) => seenIn(visibility, summary));
  const unread = noted.summaries.length - summaries.length;
  const repository = { owner, name };
  return { now, repository, webUrl, timeZone, title, summaries: seen, problems, declined, optOuts, unread };
}

/** Before the app has looked at the board for the first time. */
const nothingTold = {
  webUrl: "https://github.com",
  timeZone: "UTC",
  title: "",
  problems: [],
  declined: [],
  visibility: null,
};
