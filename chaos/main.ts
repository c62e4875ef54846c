import { readArguments } from "./read-arguments.ts";
import type { ChaosOptions, Scenario } from "./scenario.ts";
import { scenarios } from "./scenarios/index.ts";

/** `npm run chaos -- [name...] [--seed N] [--store pglite|postgres] [--deliveries N]`; exits with 1 where something broke. */
async function main(): Promise<void> {
  const { names, ...chosen } = readArguments(process.argv.slice(2));
  let violations = 0;
  for (const scenario of choose(names)) violations += await runOne(scenario, { ...chosen, print: tellProgress });
  process.exit(violations === 0 ? 0 : 1);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Apart from the figures, which may be kept in a file. */
function tellProgress(line: string): void {
  process.stderr.write(`  ${line}\n`);
}

function choose(names: readonly string[]): readonly Scenario[] {
  const known = scenarios.map(({ name, about }) => `  ${name}: ${about}`).join("\n");
  const unknown = names.filter((name) => !scenarios.some((scenario) => scenario.name === name));
  if (unknown.length > 0) throw new Error(`There is no scenario ${unknown.join(", ")}. There are:\n${known}`);
  return names.length === 0 ? scenarios : scenarios.filter(({ name }) => names.includes(name));
}

async function runOne(scenario: Scenario, options: ChaosOptions): Promise<number> {
  const { seed, store } = options;
  print(`\n${scenario.name}: ${scenario.about} (--seed ${seed} --store ${store})`);
  const startedAt = performance.now();
  const { figures, violations } = await scenario.run(options);
  for (const figure of figures) print(`  ${figure}`);
  for (const violation of violations) print(`\nBROKEN ${violation}`);
  print(`  ${violations.length} broken, after ${Math.round((performance.now() - startedAt) / 1000)} s`);
  return violations.length;
}

// Whatever cannot run is told in one sentence.
await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
