import * as fc from "fast-check";
import { word } from "./hostile-words.ts";
import type { HostileText } from "./reading-cost.ts";

/** GitHub takes no longer body and title, in characters. */
const [longestBody, longestTitle] = [65_536, 256];
/** A team's own, and no attack: it is here for what a body costs that repeats it. In characters. */
const longestTemplate = 4096;

/** How a text is made: each part repeats its unit over its share of the text. Changing it changes the text a little. */
export interface Recipe {
  readonly kind: HostileText["kind"];
  readonly title: readonly string[];
  readonly parts: readonly Part[];
  readonly template: readonly Part[];
}

export interface Part {
  readonly unit: readonly string[];
  /** Against the shares of the other parts. */
  readonly share: number;
}

export function toText({ kind, title, parts, template }: Recipe): HostileText {
  const templates = template.length === 0 ? [] : [fillAll(template, longestTemplate)];
  return { kind, title: title.join("").slice(0, longestTitle), body: fillAll(parts, longestBody), templates };
}

function fillAll(parts: readonly Part[], length: number): string {
  const shares = parts.reduce((sum, { share }) => sum + share, 0);
  return parts
    .map(({ unit, share }) => fill(unit.join(""), Math.ceil((length * share) / shares)))
    .join("\n\n")
    .slice(0, length);
}

function fill(unit: string, length: number): string {
  return unit === "" ? "" : unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

const part: fc.Arbitrary<Part> = fc.record({
  unit: fc.array(word, { minLength: 1, maxLength: 12 }),
  share: fc.integer({ min: 1, max: 10 }),
});

/** Most are one thing said over and over. */
export const recipes: fc.Arbitrary<Recipe> = fc.record({
  kind: fc.constantFrom("pull_request" as const, "issue" as const),
  title: fc.array(word, { minLength: 0, maxLength: 8 }),
  parts: fc.oneof(
    { weight: 3, arbitrary: fc.tuple(part) },
    { weight: 1, arbitrary: fc.array(part, { minLength: 2, maxLength: 4 }) },
  ),
  template: fc.oneof({ weight: 30, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.tuple(part) }),
});

type Change = (recipe: Recipe) => Recipe;

/** A place in a list whose length is not known yet, from 0 to 1. */
const place = fc.integer({ min: 0, max: 999 }).map((thousandths) => thousandths / 1000);

/** One small change of a recipe. */
export const changes: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(place, place, word).map(
      ([at, of, one]): Change =>
        (recipe) =>
          inPart(recipe, of, (unit) => unit.with(at * unit.length, one)),
    ),
  },
  {
    weight: 5,
    arbitrary: fc.tuple(place, place, word).map(
      ([at, of, one]): Change =>
        (recipe) =>
          inPart(recipe, of, (unit) => unit.toSpliced(at * (unit.length + 1), 0, one)),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(place, place).map(
      ([at, of]): Change =>
        (recipe) =>
          inPart(recipe, of, (unit) => (unit.length > 1 ? unit.toSpliced(at * unit.length, 1) : unit)),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(place, place, fc.integer({ min: 2, max: 40 })).map(
      ([at, of, times]): Change =>
        (recipe) =>
          inPart(recipe, of, (unit) =>
            unit.with(at * unit.length, (unit[Math.floor(at * unit.length)] ?? "").repeat(times).slice(0, 2000)),
          ),
    ),
  },
  {
    weight: 2,
    arbitrary: part.map((one): Change => (recipe) => ({ ...recipe, parts: [...recipe.parts, one].slice(-5) })),
  },
  {
    weight: 1,
    arbitrary: place.map(
      (of): Change =>
        (recipe) =>
          recipe.parts.length > 1 ? { ...recipe, parts: recipe.parts.toSpliced(of * recipe.parts.length, 1) } : recipe,
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(place, fc.integer({ min: 1, max: 20 })).map(([of, share]): Change => (recipe) => ({
      ...recipe,
      parts: recipe.parts.with(of * recipe.parts.length, {
        ...(recipe.parts[Math.floor(of * recipe.parts.length)] ?? { unit: [] }),
        share,
      }),
    })),
  },
  {
    weight: 1,
    arbitrary: fc.array(word, { maxLength: 8 }).map((title): Change => (recipe) => ({ ...recipe, title })),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Change>((recipe) => ({
      ...recipe,
      kind: recipe.kind === "issue" ? "pull_request" : "issue",
    })),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Change>((recipe) => ({
      ...recipe,
      template: recipe.template.length === 0 ? recipe.parts : [],
    })),
  },
);

function inPart(recipe: Recipe, of: number, change: (unit: readonly string[]) => readonly string[]): Recipe {
  const index = Math.floor(of * recipe.parts.length);
  const found = recipe.parts[index];
  if (found === undefined) return recipe;
  return { ...recipe, parts: recipe.parts.with(index, { ...found, unit: change(found.unit) }) };
}
