import { findBases } from "../../src/config/find-bases.ts";
import { loadConfig } from "../../src/config/load.ts";
import type { ConfigurationPlace, ConfigurationReading } from "../../src/sources/ports.ts";
import { file, place } from "./reading.ts";

export type Files = Readonly<Record<string, string | Partial<ConfigurationPlace>>>;

export const hidden = { visibility: null, files: [] };

export function placeOf(name: string, written: string | Partial<ConfigurationPlace>): ConfigurationPlace {
  const [owner = "", repository = ""] = name.split("/");
  const fields = typeof written === "string" ? { files: [file(written)] } : written;
  return place({ owner, name: repository, ...fields });
}

/** GitHub as it is: what is read of it for acme/shop, base by base, with what was asked for at each step. */
export function read(all: Files, allowed = [{ owner: "globex", name: "policy" }]) {
  const at = (name: string): ConfigurationPlace => placeOf(name, all[name] ?? hidden);
  let reading: ConfigurationReading = { repository: at("acme/shop"), organisation: at("acme/.github") };
  const asked: string[][] = [];
  for (let names = findBases(allowed)(reading); names.length > 0; names = findBases(allowed)(reading)) {
    asked.push(names.map(({ owner, name }) => `${owner}/${name}`));
    reading = {
      ...reading,
      bases: [...(reading.bases ?? []), ...names.map((name) => at(`${name.owner}/${name.name}`))],
    };
  }
  return { reading, asked };
}

export function load(all: Files) {
  return loadConfig(read(all).reading);
}

/** What is wrong, with the file and line that it is said of. */
export function problems(all: Files): readonly string[] {
  const loaded = load(all);
  if (loaded.kind !== "invalid") return [loaded.kind];
  return loaded.problems.map((problem) =>
    problem.visible
      ? `${problem.owner}/${problem.name}:${problem.line} ${problem.message.markdown.replaceAll("`", "")}`
      : problem.message.markdown,
  );
}

export function settings(all: Files) {
  const loaded = load(all);
  if (loaded.kind !== "ok") throw new Error(`expected a configuration, got ${JSON.stringify(loaded)}`);
  const { config, sources } = loaded;
  return {
    window: parseInt(config.follow_up.window.text, 10),
    mode: config.mode,
    order: sources.map(({ name }) => name),
  };
}

export const days = (count: number): string => `follow_up: { window: ${count} days }\n`;
