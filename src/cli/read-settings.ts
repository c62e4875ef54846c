import { readFileSync } from "node:fs";
import { loadConfig } from "../config/load.ts";
import { defaultConfig } from "../config/schema.ts";
import type { ConfigurationPlace } from "../sources/ports.ts";
import { knownTrackers } from "../sources/trackers/index.ts";
import { UsageError } from "./command.ts";
import type { ReadSettings } from "./read-entry.ts";

/** What holds without a configuration. Nobody can say here where a team keeps its issues, so every known tracker counts. */
export const usualSettings: ReadSettings = {
  ...defaultConfig,
  trackers: knownTrackers.map(({ name }) => ({ name })),
};

/** A configuration file of the local disk, held against the same schema as one on GitHub. */
export function readSettingsFile(path: string): ReadSettings {
  const text = readText(path);
  const loaded = loadConfig({ repository: placeWith(text), organisation: placeWith(null) });
  switch (loaded.kind) {
    case "ok":
      return loaded.config;
    case "absent":
    case "unreadable":
      throw new UsageError(`${path} switches the app off (enabled: false), so it tells nothing about reading.`);
    case "invalid":
      throw new UsageError(`${path} is not valid. ${loaded.problems.map(describe).join(" ")}`);
  }
}

type Loaded = ReturnType<typeof loadConfig>;
type Problem = (Loaded & { readonly kind: "invalid" })["problems"][number];

function describe(problem: Problem): string {
  const message = problem.message.markdown;
  return problem.visible ? `Line ${problem.line}, column ${problem.column}: ${message}` : message;
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    // Whoever named the file can mend it.
    throw new UsageError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** One place that everybody may see, so that whatever is wrong in it is told. */
function placeWith(text: string | null): ConfigurationPlace {
  const place = { owner: "local", visibility: "public", readable: true } as const;
  if (text === null) return { ...place, name: ".github", files: [] };
  const bytes = Buffer.byteLength(text);
  return {
    ...place,
    name: "repository",
    files: [{ path: ".github/outcome.yml", text, bytes, commit: null, landedAt: null }],
  };
}
