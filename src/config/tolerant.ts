import { sameRepository } from "../core/facts/reference.ts";
import type { Config } from "./schema.ts";
import { findEntry } from "./config-tree.ts";
import type { ConfigScalar } from "./config-tree.ts";
import type { ReadFile } from "./read-place.ts";

/** A line that can only mean `mode: require`, for texts of which no parser can tell more. */
const requireLine = /^["']?mode["']? ?: {0,8}["']?require["']?[ \t\r]*(?:#.*)?$/im;

/**
 * Whether somebody chose to require, as far as invalid files still tell: the nearest file that names a mode decides, and
 * one that names two of them requires.
 */
export function stillRequires(files: readonly ReadFile[]): boolean {
  return files.map(modeOf).findLast((mode) => mode !== null) === "require";
}

function modeOf(file: ReadFile): Config["mode"] | null {
  const value = topLevel(file, "mode")?.value;
  // "Require" and "required" are wrong, but nobody who writes them means advice.
  if ((typeof value === "string" && /^requir/i.test(value)) || requireLine.test(file.text)) return "require";
  return value === "advise" ? "advise" : null;
}

/**
 * Whether the nearest file says, whatever else is wrong with it, that this repository takes no part. Where there are two
 * of one place, both must: a second file silences no first one.
 */
export function optsOut(files: readonly ReadFile[]): boolean {
  const nearest = files.at(-1);
  if (nearest === undefined) return false;
  const beside = files.filter(({ source }) => sameRepository(source, nearest.source));
  return beside.every((file) => topLevel(file, "enabled")?.value === false);
}

/** A value at the top of a file, whatever else is wrong there. */
export function topLevel(file: ReadFile, key: keyof Config): ConfigScalar | undefined {
  if (file.tree?.kind !== "map" || !file.tree.entries.has(key)) return undefined;
  const { node } = findEntry(file.tree, [key]);
  return node.kind === "scalar" ? node : undefined;
}
