import { z } from "zod";
import type { Visibility } from "../../facts/issue.ts";
import type { BoardFacts } from "./board-facts.ts";

const moment = z.iso.datetime().transform((text) => new Date(text));

const weightSchema = z.strictObject({
  reactions: z.int(),
  people: z.int(),
  duplicates: z.int(),
  feedback: z.int(),
});

const toldSchema = z.strictObject({
  at: moment,
  policy: z.string(),
  visibility: z.enum(["public", "internal", "private"]).nullable(),
  webUrl: z.string(),
  timeZone: z.string(),
  title: z.string(),
  problems: z.array(
    z.strictObject({ number: z.int(), title: z.string(), theme: z.string().nullable(), weight: weightSchema }),
  ),
  declined: z.array(
    z.strictObject({
      kind: z.enum(["problem", "pull_request"]),
      number: z.int(),
      title: z.string(),
      at: moment,
      reason: z.string().nullable(),
    }),
  ),
});

/** What GitHub told for the board besides follow-ups, and when it did. The index keeps it for whoever asks for the report. */
export type Told = Pick<BoardFacts, "webUrl" | "timeZone" | "title" | "problems" | "declined"> & {
  readonly at: Date;
  /** Names the configuration by which it was told. */
  readonly policy: string;
  /** Of the repository; null where GitHub did not say. */
  readonly visibility: Visibility | null;
};

/** Null for what another version wrote: it is asked for again. */
export function readTold(noted: unknown): Told | null {
  const read = toldSchema.safeParse(noted);
  return read.success ? read.data : null;
}
