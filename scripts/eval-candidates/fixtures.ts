import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { plainText } from "../../src/core/candidates/open-problem.ts";
import type { OpenProblem } from "../../src/core/candidates/open-problem.ts";

const folder = new URL("../../test/fixtures/candidates/", import.meta.url);

const problems = z.array(z.object({ number: z.number(), title: z.string(), body: z.string() }));

const pullRequests = z.array(
  z.object({
    /** Null: it belongs to none of them. */
    problem: z.number().nullable(),
    headBranch: z.string(),
    title: z.string(),
    body: z.string(),
  }),
);

export type MadeUp = z.output<typeof pullRequests>[number];

/** All problems of the invented product, made up for this: a scheduler for small practices and salons. */
export function readProblems(): readonly OpenProblem[] {
  return problems.parse(read("problems.json")).map(({ body, ...one }) => ({ ...one, words: plainText(body) }));
}

/** The first two set the ranking; the third and fourth were written when that was fixed. */
export function readPart(part: "first" | "second" | "third" | "fourth"): readonly MadeUp[] {
  return pullRequests.parse(read(`${part}-part.json`));
}

function read(name: string): unknown {
  const file = new URL(name, folder);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
}
