import { parseArgs } from "node:util";
import * as fc from "fast-check";
import { changes, type Recipe, recipes, toText } from "./hostile-texts.ts";
import { readingCost, steadyCost } from "./reading-cost.ts";

/** `npm run bench:worst -- [--seconds 60] [--seed 1]`: looks for the text of 64 KiB that takes longest to read. */
const { values } = parseArgs({
  options: { seconds: { type: "string", default: "60" }, seed: { type: "string", default: "1" } },
});
const seed = Number(values.seed);
const until = performance.now() + Number(values.seconds) * 1000;

interface Found {
  readonly recipe: Recipe;
  readonly cost: number;
}

/** How many of the slowest go on changing: from one alone the climb ends on the first hill. */
const climbers = 10;
/** Every so many tries one begins anew. */
const freshEvery = 6;

let slowest: readonly Found[] = [];
const fresh = streamOf(recipes, seed);
const change = streamOf(changes, seed + 1);
const choice = streamOf(fc.nat({ max: climbers - 1 }), seed + 2);
let tries = 0;
for (; performance.now() < until; tries += 1) {
  const parent = slowest[choice() % Math.max(1, slowest.length)];
  const recipe = parent === undefined || tries % freshEvery === 0 ? fresh() : change()(change()(parent.recipe));
  const cost = measure(recipe);
  if (cost > (slowest.length < climbers ? 0 : (slowest.at(-1)?.cost ?? 0))) slowest = keep({ recipe, cost });
}

process.stdout.write(`${tries} texts tried with the seed ${seed}; the slowest, in milliseconds of the thread:\n`);
for (const { recipe } of slowest) {
  const cost = steadyCost(toText(recipe), 5);
  process.stdout.write(`${cost.toFixed(0).padStart(5)}  ${JSON.stringify(recipe)}\n`);
}

/** Confirmed where it seems slow. */
function measure(recipe: Recipe): number {
  const text = toText(recipe);
  const first = readingCost(text);
  return first < (slowest.at(-1)?.cost ?? 0) ? first : steadyCost(text, 3);
}

/** One of each hill: what costs nearly the same and looks nearly the same says nothing new. */
function keep(found: Found): readonly Found[] {
  const others = slowest.filter(({ recipe }) => !isSameHill(recipe, found.recipe));
  const rivals = slowest.filter(({ recipe }) => isSameHill(recipe, found.recipe));
  const best = [found, ...rivals].toSorted((a, b) => b.cost - a.cost).slice(0, 2);
  return [...others, ...best].toSorted((a, b) => b.cost - a.cost).slice(0, climbers);
}

function isSameHill(one: Recipe, other: Recipe): boolean {
  const words = new Set(one.parts.flatMap(({ unit }) => unit));
  const shared = other.parts.flatMap(({ unit }) => unit).filter((word) => words.has(word)).length;
  return shared * 2 > words.size;
}

/** Values without end, the same ones for the same seed. */
function streamOf<Value>(arbitrary: fc.Arbitrary<Value>, from: number): () => Value {
  let batch: readonly Value[] = [];
  let [at, round] = [0, 0];
  return () => {
    if (at >= batch.length) {
      batch = fc.sample(arbitrary, { seed: from + 1000 * round, numRuns: 500 });
      [at, round] = [0, round + 1];
    }
    const value = batch[at];
    at += 1;
    if (value === undefined) throw new Error("fast-check gave no value");
    return value;
  };
}
