import { z } from "zod";
import type { ListedDelivery } from "../sources/ports.ts";
import type { JobTools } from "./tools.ts";

/** In milliseconds: GitHub does not deliver again what is older. */
const KEPT_MS = 3 * 24 * 3600 * 1000;

/** In milliseconds. An attempt is listed when it has ended, and may be listed late. */
const OVERLAP_MS = 10 * 60_000;

/** How many pages of a hundred one run reads, for the news and for what an earlier run did not reach. */
const MOST_PAGES = 30;

/** Told of each page's attempts, grouped as they were read together. */
type Found = (listed: readonly ListedDelivery[]) => Promise<void>;

/**
 * Reads the app's list of deliveries from its newest down to where the last scan began, and no more than some pages at
 * once: what is left is the backlog, with which the next runs go on. How far it came is told by GitHub's clock, which
 * dates the deliveries: ours may be wrong.
 */
export async function scanDeliveries(tools: Pick<JobTools, "app" | "marks" | "now">, found: Found): Promise<void> {
  const { marks } = tools;
  const until = await lowerEnd(tools);
  const { stopped, newest } = await scan(tools, { cursor: null, until }, found);
  const backlog = readBacklog(await marks.read("deliveries-backlog"));
  if (stopped !== null) {
    await marks.write("deliveries-backlog", writeBacklog({ cursor: stopped, until: earlier(until, backlog?.until) }));
  }
  if (newest !== null) await marks.write("deliveries-scanned-to", newest.toISOString());
  if (stopped !== null || backlog === null) return;
  const { stopped: cursor } = await scan(tools, backlog, found);
  await marks.write("deliveries-backlog", cursor === null ? null : writeBacklog({ ...backlog, cursor }));
}

async function lowerEnd({ marks, now }: Pick<JobTools, "marks" | "now">): Promise<Date> {
  const last = await marks.read("deliveries-scanned-to");
  const oldest = new Date(now().getTime() - KEPT_MS);
  return last === null ? oldest : later(oldest, new Date(new Date(last).getTime() - OVERLAP_MS));
}

interface Stretch {
  readonly cursor: string | null;
  readonly until: Date;
}

interface Scanned {
  /** Where it stopped before the end; null: it came to the end. */
  readonly stopped: string | null;
  /** When the newest attempt was made; null: there is none. */
  readonly newest: Date | null;
}

async function scan({ app }: Pick<JobTools, "app">, { cursor, until }: Stretch, found: Found): Promise<Scanned> {
  const listed: ListedDelivery[] = [];
  let next = cursor;
  let ended = false;
  for (let pages = 0; pages < MOST_PAGES && !ended; pages += 1) {
    const page = await app.listDeliveries(next);
    // A cursor may be kept for days while the app is away. What lies behind it is too old by then.
    listed.push(...(page?.deliveries ?? []));
    next = page?.next ?? null;
    const oldest = page?.deliveries.at(-1);
    ended = next === null || oldest === undefined || oldest.at < until;
  }
  await found(listed.filter(({ at }) => at >= until));
  const times = listed.map(({ at }) => at.getTime());
  return { stopped: ended ? null : next, newest: times.length === 0 ? null : new Date(Math.max(...times)) };
}

const backlogText = z.object({ cursor: z.string(), until: z.coerce.date() });

function readBacklog(text: string | null): { readonly cursor: string; readonly until: Date } | null {
  return text === null ? null : backlogText.parse(JSON.parse(text));
}

function writeBacklog({ cursor, until }: { readonly cursor: string; readonly until: Date }): string {
  return JSON.stringify({ cursor, until: until.toISOString() });
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}

function earlier(a: Date, b: Date | undefined): Date {
  return b === undefined || a < b ? a : b;
}
