/**
 * Cuts what the simulated GitHub speaks out of GitHub's OpenAPI description, so that the simulation is held to it.
 *
 *   npm run slice             from the description that is named in simulated-parts.ts, fetched from the registry
 *   npm run slice -- <path>   from that version's generated/api.github.com.json, fetched before
 *
 * The npm package with the description unpacks to 385 MB, so it is no dependency, and tests have no network: they hold
 * the committed slice to these rules, to the simulation and to the types that Octokit makes from the same description.
 */
import { writeFileSync } from "node:fs";
import { descriptionVersion, usedOperations, usedWebhooks } from "./simulated-parts.ts";
import { cutDescription } from "./slice/cut-description.ts";
import { fetchDescription, readDescription } from "./slice/fetch-description.ts";
import type { Json, JsonObject } from "./slice/json.ts";
import { object } from "./slice/json.ts";

main(process.argv[2]);

function main(path: string | undefined): void {
  const source = path === undefined ? fetchDescription(descriptionVersion) : readDescription(path);
  const slice = cutDescription(source, { operations: usedOperations, webhooks: usedWebhooks });
  if (object(slice["info"])["version"] !== descriptionVersion) {
    throw new Error(`This is another version than simulated-parts.ts names (${descriptionVersion})`);
  }
  writeFileSync(new URL("../src/sandbox/github/openapi.json", import.meta.url), linePerEntry(slice));
}

/** One schema, path or webhook a line: small, and a new description still gives a readable difference. */
function linePerEntry(slice: JsonObject): string {
  const head = `"openapi":${JSON.stringify(slice["openapi"])},\n"info":${JSON.stringify(slice["info"])}`;
  const schemas = lines(object(slice["components"])["schemas"]);
  const [paths, webhooks] = [lines(slice["paths"]), lines(slice["webhooks"])];
  return `{\n${head},\n"paths":${paths},\n"webhooks":${webhooks},\n"components":{"schemas":${schemas}}\n}\n`;
}

function lines(entries: Json | undefined): string {
  const each = Object.entries(object(entries)).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return `{\n${each.join(",\n")}\n}`;
}
