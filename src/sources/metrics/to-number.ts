import type { FoundNumber } from "./provider.ts";

/** Digits stand in one place only, or a million of them would be tried in as many ways. */
const written = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i;

/** A number, also where it is written as text, as those do that keep more digits than JSON's readers do. */
export function toNumber(value: unknown): FoundNumber {
  if (value === null || value === undefined || value === "") return { kind: "none", why: "found no data" };
  const number = typeof value === "string" && written.test(value.trim()) ? Number(value) : value;
  if (typeof number === "number" && Number.isFinite(number)) return { kind: "number", value: number };
  const isNone = value === "NaN" || (typeof value === "number" && Number.isNaN(value));
  return { kind: "none", why: isNone ? "found no data" : "answered with no number" };
}
