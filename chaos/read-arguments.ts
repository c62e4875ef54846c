import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import type { ChaosOptions } from "./scenario.ts";
import { storeKinds } from "./store-kind.ts";

export interface ChaosArguments extends Omit<ChaosOptions, "print"> {
  /** None: all of them. */
  readonly names: readonly string[];
}

/** `[name...] [--seed N] [--store pglite|postgres] [--deliveries N] [--quick]` */
export function readArguments(args: readonly string[]): ChaosArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      seed: { type: "string" },
      store: { type: "string" },
      deliveries: { type: "string" },
      quick: { type: "boolean" },
    },
  });
  const store = storeKinds.find((kind) => kind === (values.store ?? "pglite"));
  if (store === undefined) throw new Error(`--store must be one of ${storeKinds.join(", ")}`);
  const deliveries = values.deliveries === undefined ? undefined : readCount("deliveries", values.deliveries);
  const seed = values.seed === undefined ? randomInt(1_000_000) : readCount("seed", values.seed);
  return { names: positionals, seed, store, deliveries, size: values.quick === true ? "quick" : "full" };
}

function readCount(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} must be a number`);
  return Number(text);
}
